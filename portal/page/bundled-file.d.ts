/** A document of the graph, bundled as its text. */
declare module '*.graphql' {
  const text: string;
  export = text;
}

/** Variables of a document. */
declare module '*.variables.json' {
  const variables: Readonly<Record<string, unknown>>;
  export = variables;
}

/** A style sheet, bundled beside the script that names it. */
declare module '*.css';

/** Every question of `schema/document` that analysts may ask, gathered when the pages are bundled. */
declare module 'ready-questions' {
  import type { ReadyDocument } from '../src/ready/ready-document.js';

  const questions: readonly ReadyDocument[];
  export = questions;
}

/** The Japanese terms of the types of the graph, gathered when the pages are bundled. */
declare module 'type-terms' {
  const terms: Readonly<Record<string, string>>;
  export = terms;
}

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

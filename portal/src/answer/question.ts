import type { PublicGraph, SilentDepartment } from '../collection/public-graph.js';
import { trustedDocument } from '../collection/trusted-document.js';
import type { City } from '../record/city.js';
import { notNow } from './told.js';

/** One request for something that is told, and of whom it is asked. */
export interface Question {
  readonly graph: PublicGraph;
  readonly city: City;
  /** The moment for which it is told. */
  readonly now: Date;
  /** What the address says after its question mark. */
  readonly said: URLSearchParams;
  /** The address itself, from the root. */
  readonly address: string;
  /** Whether who asks takes linked data rather than a page. */
  readonly wantsLinkedData: boolean;
  /** Aborts when nobody waits any more. */
  readonly signal: AbortSignal;
}

type Asked = Pick<Question, 'graph' | 'signal'>;

type Variables = Readonly<Record<string, unknown>>;

/** Asks one trusted document and takes whole answers only: a silent department must not make anything disappear. */
export async function askWhole<Data>(
  asked: Asked,
  document: string,
  variables: Variables,
): Promise<Data> {
  const { data, silent } = await askPartly<Data>(asked, document, variables);
  if (silent.length > 0) throw notNow();
  return data;
}

/** An answer, and who was silent when it was given. */
export interface Partly<Data> {
  readonly data: Data;
  readonly silent: readonly SilentDepartment[];
}

/** Asks one trusted document, and takes an answer in which departments are silent too. Throws NotTold without any. */
export async function askPartly<Data>(
  { graph, signal }: Asked,
  document: string,
  variables: Variables,
): Promise<Partly<Data>> {
  const query = trustedDocument(document);
  const { data, errors = [], extensions } = await graph.ask({ query, variables, signal });
  const silent = extensions?.departments ?? [];
  if (!data || (errors.length > 0 && silent.length === 0)) throw notNow();
  // The document is trusted and its types are generated from the graph that answers.
  return { data: data as Data, silent };
}

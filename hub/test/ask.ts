import { paths } from '../src/city/front-door.js';
import { committedDocuments } from '../src/graph/document-folders.js';
import type { City } from '../src/city/city.js';

/** What is asked over HTTP. */
export interface Asked {
  readonly query: string;
  readonly variables?: Readonly<Record<string, unknown>>;
}

/** What came back over HTTP. */
export interface Answered {
  readonly status: number;
  readonly type: string | null;
  // Answers are compared as a whole or reached into by tests that know their shape.
  // oxlint-disable-next-line typescript/no-explicit-any
  readonly data?: any;
  readonly errors?: readonly { message: string; path?: unknown; extensions?: { code?: string } }[];
  readonly extensions?: {
    departments?: readonly { name: string; reason: string; lastGoodAt: string | null }[];
  };
}

/** A document of `schema/document/` (`p1`, `department/p5`) with the variables that stand beside it, if any do. */
export function question(name: string): Required<Asked> {
  const folder = name.startsWith('department/') ? 'department' : 'public';
  const found = committedDocuments(folder).find((document) => document.name === name);
  if (!found) throw new Error(`There is no ${name}.graphql in schema/document.`);
  return { query: found.text, variables: found.variables };
}

/** Where a question is asked, and what is said beside it. */
export interface AskedAt {
  readonly path: string;
  readonly headers?: Readonly<Record<string, string>>;
}

/** Asks over HTTP as "GraphQL over HTTP" writes it, at the public address unless said. */
export async function ask(
  { door }: { readonly door: Pick<City['door'], 'url'> },
  asked: Asked,
  { path, headers = {} }: AskedAt = { path: paths.public },
): Promise<Answered> {
  const response = await fetch(`${door.url}${path}`, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      accept: 'application/graphql-response+json',
      ...headers,
    },
    body: JSON.stringify(asked),
  });
  // The gateway answers a JSON object, whatever was asked.
  const body = (await response.json()) as Omit<Answered, 'status' | 'type'>;
  return { ...body, status: response.status, type: response.headers.get('content-type') };
}

/** The data of an answer that must be whole: status 200, no error, no silent department. */
export function whole({ status, errors, extensions, data }: Answered): Required<Answered>['data'] {
  if (status === 200 && !errors && !extensions) return data;
  throw new Error(`The answer is not whole: ${JSON.stringify({ status, errors, extensions })}`);
}

import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import { paths } from '../src/city/front-door.js';
import { schemaFolder } from '../src/graph/schema-folder.js';
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

/** A document of `schema/document/` with the variables that stand beside it. */
export function question(name: string): Required<Asked> {
  const folder = join(schemaFolder, 'document');
  return {
    query: readFileSync(join(folder, `${name}.graphql`), 'utf8'),
    // The file is JSON of the document's variables.
    variables: JSON.parse(readFileSync(join(folder, `${name}.variables.json`), 'utf8')) as Record<
      string,
      unknown
    >,
  };
}

/** Asks over HTTP as "GraphQL over HTTP" writes it, at the public address unless said. */
export async function ask(
  { door }: { readonly door: Pick<City['door'], 'url'> },
  asked: Asked,
  path: string = paths.public,
): Promise<Answered> {
  const response = await fetch(`${door.url}${path}`, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      accept: 'application/graphql-response+json',
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

import type { Explanation } from '@manabi/gateway/pipeline/graph-answer';

import { paths } from '../src/city/front-door.js';
import type { Answered, Asked } from './ask.js';
import type { TestCity } from './open-test-city.js';

/** An answer of the departments' graph with what it took. */
export interface Counted {
  readonly data: Answered['data'];
  readonly plan: Explanation['plan'];
  /** Calls of each department. */
  readonly calls: Readonly<Record<string, number>>;
}

/** Asks a question at the departments' graph, and counts what the gateway asked of each department. Throws unless the answer is whole. */
export async function callsOf({ door }: TestCity, asked: Asked): Promise<Counted> {
  const response = await fetch(door.url + paths.department, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ ...asked, extensions: { explain: true } }),
  });
  // The gateway answers a JSON object with the explanation that was asked for.
  const { data, errors, extensions } = (await response.json()) as {
    data: unknown;
    errors?: unknown;
    extensions?: { explain?: Explanation; departments?: unknown };
  };
  if (errors || extensions?.departments || !extensions?.explain) {
    throw new Error(`The answer is not whole: ${JSON.stringify({ errors, extensions })}`);
  }
  const { fetches, plan } = extensions.explain;
  const calls: Record<string, number> = {};
  for (const { department } of fetches) calls[department] = (calls[department] ?? 0) + 1;
  return { data, plan, calls };
}

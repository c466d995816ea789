import { WrittenAnswer } from '../../pipeline/written-answer.js';
import type { FuzzedGraph } from './fuzzed-graph.js';
import type { Operation } from './write-operation.js';

type Place = readonly (string | number)[];

interface Answer {
  data?: unknown;
  errors?:
    | readonly {
        path?: Place | undefined;
        extensions?: { readonly [name: string]: unknown } | undefined;
      }[]
    | undefined;
}

/** How the two answers to one operation differ; `equal`, or `not planned` when the gateway says so. */
export type Comparison =
  | { kind: 'equal' }
  | { kind: 'not planned'; told: string }
  | { kind: 'different'; told: string };

/** Asks both and compares what is sent with what it tells, and then data, its order, and the places of errors, each up to the null it caused. */
export async function compare(graph: FuzzedGraph, operation: Operation): Promise<Comparison> {
  const answer = await graph.askGateway(operation);
  const unplanned = answer.errors?.find(({ extensions }) => extensions.code === 'NOT_PLANNABLE');
  if (unplanned) return { kind: 'not planned', told: graph.reason() || unplanned.message };
  const sent = WrittenAnswer.textOf(answer);
  if (sent !== JSON.stringify(answer)) {
    return { kind: 'different', told: `  sent: ${sent}\n  told: ${JSON.stringify(answer)}` };
  }
  const expected = await graph.askOracle(operation);
  const got = toldOf(answer);
  const wanted = toldOf(expected);
  // A failure at very many places is told at the first of them.
  const isCut = answer.errors?.some(
    ({ extensions }) => 'alsoAtOtherPlaces' in extensions || 'moreErrors' in extensions,
  );
  const errors = isCut ? got.errors.every((place) => wanted.errors.includes(place)) : undefined;
  const isEqual =
    got.data === wanted.data && (errors ?? got.errors.join('\n') === wanted.errors.join('\n'));
  if (isEqual) return { kind: 'equal' };
  if (answer.data === undefined) return { kind: 'different', told: JSON.stringify(answer) };
  const told = [got, wanted].map(({ data, errors }) => `${data}\n    errors ${errors.join(' ')}`);
  return {
    kind: 'different',
    told: `  gateway: ${told[0]}\n  oracle:  ${told[1]}\n  log: ${graph.reason()}`,
  };
}

function toldOf({ data = null, errors = [] }: Answer): { data: string; errors: string[] } {
  const text = JSON.stringify(data);
  const read: unknown = JSON.parse(text);
  const places = errors.map(({ path }) => JSON.stringify(upToNull(read, path ?? [])));
  return { data: text, errors: [...new Set(places)].toSorted() };
}

function upToNull(data: unknown, path: Place): Place {
  const place: (string | number)[] = [];
  let value = data;
  for (const segment of path) {
    if (value === null || typeof value !== 'object') break;
    place.push(segment);
    value = Object.hasOwn(value, segment) ? Reflect.get(value, segment) : undefined;
  }
  return place;
}

import type { ErrorCode } from '../errors/codes.js';
import type { SubgraphAnswer, SubgraphError } from '../transport/transport.js';
import { pathOf } from './root-step.js';

/** What is sent under one variable of a fetch of entities. */
export interface SentList {
  readonly texts: readonly string[];
}

/** A part of what a fetch sends: of each list some, and how many went before them. */
export type SentPart = ReadonlyMap<string, SentList & { readonly before: number }>;

/**
 * Characters of the representations of one list that are sent in one request: three bytes each at most, and a service
 * reads a megabyte. What is more goes in several requests at once.
 */
const partLength = 250_000;

/** The parts in which lists are sent; undefined where one request holds them, as it nearly always does. */
export function partsOf(lists: ReadonlyMap<string, SentList>): readonly SentPart[] | undefined {
  const isShort = [...lists.values()].every(({ texts }) => lengthOf(texts) <= partLength);
  if (isShort) return undefined;
  const cut = [...lists].map(([variable, { texts }]) => ({ variable, pieces: piecesOf(texts) }));
  const count = Math.max(...cut.map(({ pieces }) => pieces.length));
  return Array.from(
    { length: count },
    (_, number) =>
      new Map(
        cut.map(({ variable, pieces }) => [
          variable,
          { texts: pieces[number] ?? [], before: pieces.slice(0, number).flat().length },
        ]),
      ),
  );
}

/** One answer made of those to the parts; the code of the first that failed where one did. `aliases` tell which list each holds. */
export function joinedAnswer(
  parts: readonly SentPart[],
  answers: readonly (SubgraphAnswer | ErrorCode)[],
  aliases: ReadonlyMap<string, string>,
): SubgraphAnswer | ErrorCode {
  const told: SubgraphAnswer[] = [];
  for (const answer of answers) {
    if (typeof answer === 'string') return answer;
    told.push(answer);
  }
  const errors = told.flatMap(({ errors: own = [] }, number) =>
    own.map((error) => moved(error, parts[number], aliases)),
  );
  const controls = told.flatMap(({ cacheControl }) => cacheControl ?? []);
  return {
    data: told.some(({ data }) => data) ? dataOf(parts, told, aliases) : null,
    ...(errors.length > 0 && { errors }),
    // The strictest of them counts, since a list of directives is read so.
    ...(controls.length > 0 && { cacheControl: controls.join(', ') }),
  };
}

/** The lists of all parts in a row; none where one part is not as long as what was sent. */
function dataOf(
  parts: readonly SentPart[],
  told: readonly SubgraphAnswer[],
  aliases: ReadonlyMap<string, string>,
): Record<string, unknown> {
  return Object.fromEntries(
    [...aliases].map(([alias, variable]) => {
      const lists = told.map(({ data }, number): readonly unknown[] | undefined => {
        const sent = parts[number]?.get(variable)?.texts.length ?? 0;
        const list = data?.[alias];
        if (data === null || data === undefined) return Array.from({ length: sent }, () => null);
        return Array.isArray(list) && list.length === sent ? list : undefined;
      });
      return [alias, lists.includes(undefined) ? undefined : lists.flatMap((list) => list ?? [])];
    }),
  );
}

/** An error at the place that its entity has among all. */
function moved(
  error: SubgraphError,
  part: SentPart | undefined,
  aliases: ReadonlyMap<string, string>,
): SubgraphError {
  const [alias, position, ...rest] = pathOf(error) ?? [];
  const variable = typeof alias === 'string' ? aliases.get(alias) : undefined;
  const before = variable === undefined ? undefined : part?.get(variable)?.before;
  if (before === undefined || typeof position !== 'number') return error;
  return { ...error, path: [alias, position + before, ...rest] };
}

function lengthOf(texts: readonly string[]): number {
  let length = texts.length;
  for (const text of texts) length += text.length;
  return length;
}

function piecesOf(texts: readonly string[]): string[][] {
  const pieces: string[][] = [[]];
  let length = 0;
  for (const text of texts) {
    length += text.length + 1;
    if (length > partLength && pieces.at(-1)?.length) {
      pieces.push([]);
      length = text.length + 1;
    }
    pieces.at(-1)?.push(text);
  }
  return pieces;
}

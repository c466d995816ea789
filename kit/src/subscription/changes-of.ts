import type { Context } from '../context.js';
import { Problem } from '../problem.js';
import type { Changes, Told, Wanted } from './changes.js';
import type { RecordChange } from './change.js';

/** Arguments by which a subscriber says which records it means. */
export interface ChosenRecords {
  readonly ids?: readonly string[] | null;
}

/** Records that one subscription may choose by their ids; who wants more of them takes all. */
const idLimit = 100;

/**
 * Makes a field of `Subscription` out of the change feed: `@Subscription(…, { subscribe: changesOf('Course') })`. Its
 * root is then the change; the field tells all records of the kind, or those whose `ids` are given.
 */
export function changesOf(
  kind: string,
): (call: { args: ChosenRecords; context: Context }) => AsyncIterable<Told> {
  return ({ args, context }) => changesIn(context).of(wanted(kind, args));
}

function changesIn({ changes }: Context): Changes {
  if (changes) return changes;
  throw new Problem(
    'BAD_USER_INPUT',
    'A subscription was asked as if it were a query. Send it to /subscription.',
  );
}

function wanted(kind: string, { ids }: ChosenRecords): Wanted {
  if (!ids) return { kind, matches: () => true };
  if (ids.length > idLimit) {
    throw new Problem(
      'BAD_USER_INPUT',
      `"ids" holds ${ids.length} ids; at most ${idLimit} are accepted. Leave "ids" out to be told of all.`,
    );
  }
  const chosen = new Set(ids);
  return { kind, matches: ({ id }: RecordChange) => chosen.has(id) };
}

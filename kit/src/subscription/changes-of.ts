import type { Context } from '../context.js';
import { Problem } from '../problem.js';
import { refusedInput } from '../refused-input.js';
import type { Changes, Told, Wanted } from './changes.js';
import type { RecordChange } from './change.js';

/** Arguments by which a subscriber says which records it means. */
export interface ChosenRecords {
  readonly ids?: string[] | null;
}

/** Records that one subscription may choose by their ids; who wants more of them takes all. */
const idLimit = 100;

/** Says from the arguments of a subscription which changes it wants beside those of the `ids` it gives. */
export type Choice = (args: ChosenRecords) => Wanted['matches'];

const everything: Choice = () => () => true;

/**
 * Makes a field of `Subscription` out of the change feed: `@Subscription(…, { subscribe: changesOf('Course') })`. Its
 * root is then the change; the field tells all records of the kind, or those whose `ids` are given, that are chosen.
 */
export function changesOf(
  kind: string,
  choice: Choice = everything,
): (call: { args: ChosenRecords; context: Context }) => AsyncIterable<Told> {
  return ({ args, context }) => {
    const isOne = oneOf('ids', args.ids);
    const isChosen = choice(args);
    const matches = (change: RecordChange): boolean => isOne(change.id) && isChosen(change);
    return changesIn(context).of({ kind, matches });
  };
}

function changesIn({ changes }: Context): Changes {
  if (changes) return changes;
  throw new Problem(
    'BAD_USER_INPUT',
    'A subscription was asked as if it were a query. Send it to /subscription.',
  );
}

/** Whether an id is one of those given under a name; every one is when none are given. Refuses too many. */
export function oneOf(
  name: string,
  ids: readonly string[] | null | undefined,
): (id: string) => boolean {
  if (!ids) return () => true;
  if (ids.length > idLimit) {
    throw refusedInput(
      `"${name}" holds ${ids.length} ids; at most ${idLimit} are accepted. Leave "${name}" out to be told of all.`,
      { argument: name, reason: 'ENTRIES_OUT_OF_RANGE', most: idLimit },
    );
  }
  const chosen = new Set(ids);
  return (id) => chosen.has(id);
}

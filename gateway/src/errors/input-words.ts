import type { InputReason, RefusedInput } from '@manabi/kit/refused-input';

type Words = (bounds: string) => string;

/** What is expected instead, by reason; a table. */
const expected: Record<InputReason, Words> = {
  MISSING: () => 'a value is needed',
  NOT_EXACTLY_ONE: () => 'exactly one of these is to be given',
  NOT_WITH_THE_REST: () => 'it does not go with the rest of what was asked',
  MALFORMED: () => 'it has to be written as its description says',
  UNKNOWN_VALUE: () => 'nothing is known under this value',
  VALUE_OUT_OF_RANGE: (bounds) => `it has to be ${bounds}`,
  LENGTH_OUT_OF_RANGE: (bounds) => `it has to hold ${bounds} characters`,
  WORDS_OUT_OF_RANGE: (bounds) => `it has to hold ${bounds} words`,
  ENTRIES_OUT_OF_RANGE: (bounds) => `it has to hold ${bounds} entries`,
  DAYS_OUT_OF_RANGE: (bounds) => `it has to span ${bounds} days`,
  END_NOT_AFTER_START: () => 'it has to end after it begins',
  NOT_ON_ONE_DAY: () => 'it has to begin and end on one day',
  NOT_OF_THIS_LIST: () => 'it has to be a cursor of this list',
  USED_BEFORE: () => 'it was used for another request',
};

const remedies: Partial<Record<InputReason, string>> = {
  NOT_OF_THIS_LIST: 'Send the "endCursor" of its last page, or leave it out.',
  USED_BEFORE: 'Send a new one with each new request.',
};

/** What is expected of an argument that was not accepted. */
export function expectedOf({ reason, least, most }: RefusedInput): string {
  return expected[reason](boundsOf(least, most));
}

/** What a client can do about it. */
export function remedyOf({ reason }: RefusedInput): string {
  return remedies[reason] ?? 'Correct it and ask again.';
}

function boundsOf(least: number | undefined, most: number | undefined): string {
  if (least === undefined) return `at most ${most}`;
  return most === undefined ? `at least ${least}` : `${least} to ${most}`;
}

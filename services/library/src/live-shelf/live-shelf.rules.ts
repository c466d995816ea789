import { Tri } from '@manabi/kit/value/tri';

import { type CopyCount, borrowable } from '../holding/holding.rules.js';

/** Copies as they were last recorded, and when. */
export interface RecordedCopies extends CopyCount {
  readonly checkedAt: Date | null;
}

/** What is told of copies: counts are null where nobody has said. */
export interface ToldCopies {
  readonly answer: Tri;
  readonly copies: number | null;
  readonly onShelf: number | null;
  readonly checkedAt: Date | null;
}

/** Copies as they were recorded, told with the moment of that record. */
export function asRecorded(recorded: RecordedCopies): ToldCopies {
  const { copies, onShelf, checkedAt } = recorded;
  return { answer: borrowable(recorded), copies, onShelf, checkedAt };
}

/**
 * Copies as the library's own system says; when it is silent the answer is UNKNOWN, and of what was recorded only what
 * does not change from hour to hour is told.
 */
export function asLive(
  recorded: RecordedCopies,
  live: { copies: number; onShelf: number; checkedAt: Date } | null,
): ToldCopies {
  if (live) {
    const { copies, onShelf, checkedAt } = live;
    return { answer: onShelf > 0 ? Tri.YES : Tri.NO, copies, onShelf, checkedAt };
  }
  return {
    answer: Tri.UNKNOWN,
    copies: recorded.copies > 0 ? recorded.copies : null,
    onShelf: null,
    checkedAt: recorded.checkedAt,
  };
}

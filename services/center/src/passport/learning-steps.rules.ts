import { type GuardedCount, guarded, inTens, smallestCell } from '@manabi/kit/value/guarded-count';

/**
 * Guards numbers of which each is a part of the one before it. One is held back where it is few, and also where it would
 * tell that few of the last number told are not among it. What is told is told in full tens, for it is told as it stands:
 * who asks before and after one person kept a record learns nothing of that one.
 */
export function guardedSteps(numbers: readonly number[]): GuardedCount[] {
  let last: number | null = null;
  return numbers.map((number) => {
    const left = last === null ? 0 : last - number;
    const cell = guarded(number);
    if (cell.isHeldBack || (left > 0 && left < smallestCell)) {
      return { value: null, isHeldBack: true };
    }
    last = number;
    return { value: inTens(number), isHeldBack: false };
  });
}

import { type GuardedCount, guarded, smallestCell } from '@manabi/kit/value/guarded-count';

/**
 * Guards numbers of which each is a part of the one before it. One is held back where it is few, and also where it would
 * tell that few of the last number told are not among it.
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
    return cell;
  });
}

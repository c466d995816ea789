import type { Problem } from '@manabi/kit/problem';
import { type RefusedInput, refusedInput } from '@manabi/kit/refused-input';

/** A part of a filter holds what no search can mean. */
export function badFilter(refused: RefusedInput, came: string, expected: string): Problem {
  return refusedInput(
    `"${refused.argument}" was ${came}; ${expected}. Correct it and search again.`,
    refused,
  );
}

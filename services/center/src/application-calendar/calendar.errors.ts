import type { Problem } from '@manabi/kit/problem';
import { type RefusedInput, refusedInput } from '@manabi/kit/refused-input';

/** Refuses a part of the calendar that nobody can mean. */
export function badCalendar(refused: RefusedInput, expected: string): Problem {
  return refusedInput(`"${refused.argument}" cannot be asked about: ${expected}.`, refused);
}

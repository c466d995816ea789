import { Problem } from '@manabi/kit/problem';

/** Refuses a part of the calendar that nobody can mean. */
export function badCalendar(part: string, expected: string): Problem {
  return new Problem('BAD_USER_INPUT', `"${part}" cannot be asked about: ${expected}.`);
}

import { Problem } from '@manabi/kit/problem';

/** A part of a filter holds what no search can mean. */
export function badFilter(part: string, came: string, expected: string): Problem {
  return new Problem(
    'BAD_USER_INPUT',
    `"${part}" was ${came}; ${expected}. Correct it and search again.`,
    { field: part },
  );
}

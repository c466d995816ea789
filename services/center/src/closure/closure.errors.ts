import { Problem } from '@manabi/kit/problem';

/** Refuses a time that no closure can have. */
export function badSpan(why: string): Problem {
  return new Problem(
    'BAD_USER_INPUT',
    `"in" cannot be asked about: ${why}. Put the earlier moment in "from".`,
  );
}

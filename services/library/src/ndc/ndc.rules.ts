import { Problem } from '@manabi/kit/problem';

/** An NDC number or its beginning; refuses what is none, for it would be a range without sense. */
export function ndcPrefix(text: string): string {
  if (/^\d{1,3}(\.\d{0,6})?$/.test(text)) return text;
  throw new Problem(
    'BAD_USER_INPUT',
    `"${text.slice(0, 20)}" is no NDC number. Give 1 to 3 digits, and further ones after a point, e.g. 49 or 498.59.`,
  );
}

import { refusedInput } from '@manabi/kit/refused-input';
import { z } from 'zod';

/** An NDC number or its beginning; refuses what is none, for it would be a range without sense. */
export function ndcPrefix(text: string): string {
  if (/^\d{1,3}(\.\d{0,6})?$/.test(text)) return text;
  throw refusedInput(
    `"${text.slice(0, 20)}" is no NDC number. Give 1 to 3 digits, and further ones after a point, e.g. 49 or 498.59.`,
    { argument: 'ndc', reason: 'MALFORMED' },
  );
}

/** What is accepted as the NDC numbers of a record: ten at most. */
export const ndcNumbers = z
  .array(z.string().regex(/^\d{1,3}(\.\d{1,6})?$/, 'NDC numbers, e.g. 36 or 369.26'))
  .max(10);

import { headerKey } from '../header-key.js';

/**
 * A name for each column of a header: its words; 時間#2 for the second that is called 時間, or that stands without a header right of it
 * (one header over two columns).
 */
export function headerNames(headers: readonly string[]): string[] {
  const counts = new Map<string, number>();
  let last = '';
  return headers.map((header) => {
    if (header !== '') last = header;
    if (last === '') return '';
    const key = wordsKey(last);
    const count = (counts.get(key) ?? 0) + 1;
    counts.set(key, count);
    return count === 1 ? last : `${last}#${count}`;
  });
}

/** The form in which names of columns are compared: half and full width, marks and spaces make no difference, the count does. */
export function nameKey(name: string): string {
  const [, words = name, count = '1'] = /^(.*?)(?:#(\d+))?$/su.exec(name) ?? [];
  return `${wordsKey(words)}#${count}`;
}

const wordsKey = (words: string): string => headerKey(words) || words.trim();

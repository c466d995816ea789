import { blank, isBlank, type Reading, refused } from './reading.js';

/** Notations of the Nippon Decimal Classification that a text names. */
export const ndcsIn = (text: string): string[] => [
  ...new Set(text.normalize('NFKC').match(/\d{1,3}(?:\.\d+)?/g) ?? []),
];

/** Reads notations of the Nippon Decimal Classification; a text without any is a problem. */
export function readNdcs(cell: string): Reading<string[]> {
  const raw = cell.trim();
  if (isBlank(raw)) return blank;
  const value = ndcsIn(raw);
  if (value.length > 0) return { value, repairs: [] };
  return refused(raw, {
    code: 'NDC_UNREADABLE',
    message: `「${raw}」に日本十進分類の番号がありません。`,
    remedy: '「61」のように番号で書いてください。いくつかあれば ; で区切ります。',
  });
}

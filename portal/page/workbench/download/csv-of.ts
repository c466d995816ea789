import type { Words } from '../language/words.js';
import type { AnswerTable, TableCell } from '../table/answer-table.js';
import { markText } from '../table/cell-text.js';

/** A mark before a text that a spreadsheet would take for a formula. */
const asText = (text: string): string => (/^[=+\-@\t\r]/.test(text) ? `'${text}` : text);

/** The headings of a file: those of the table, and one for remarks where there are any. */
export function fileHeadings({ columns, rows }: AnswerTable, words: Words): string[] {
  const names = columns.map(({ label, unit }) => (unit ? label + words.bracketed(unit) : label));
  return rows.flat().some(({ remark }) => remark) ? [...names, words.remarks] : names;
}

/** The remarks of a row, each with the column it is about. */
export function remarksOf({ columns }: AnswerTable, row: readonly TableCell[]): string {
  return row
    .flatMap(({ remark }, place) => (remark ? [`${columns[place]?.label ?? ''}: ${remark}`] : []))
    .join(' / ');
}

/** A table as CSV (RFC 4180) in UTF-8 with a mark of its encoding; cells without a number say why. */
export function csvOf(table: AnswerTable, words: Words): string {
  const headings = fileHeadings(table, words);
  const hasRemarks = headings.length > table.columns.length;
  const lines = table.rows.map((row) => {
    const cells = row.map((cell) => written(cell, words));
    return hasRemarks ? [...cells, remarksOf(table, row)] : cells;
  });
  const text = [headings, ...lines].map((line) => line.map(quoted).join(',')).join('\r\n');
  return `\u{FEFF}${text}\r\n`;
}

function written({ value, mark }: TableCell, words: Words): string {
  if (mark) return markText(mark, words);
  return typeof value === 'number' ? String(value) : asText(value ?? '');
}

const quoted = (text: string): string =>
  /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;

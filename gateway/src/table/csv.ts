import { cellText } from './cell-text.js';
import type { Cell } from './table-rows.js';

/** How values are written. */
export interface CsvOptions {
  /** Whether texts that a spreadsheet would compute stay as they are. */
  readonly keepsFormulas: boolean;
}

/** Tells spreadsheets that the text is UTF-8. */
export const byteOrderMark = '\u{FEFF}';

/** What a spreadsheet may take for the beginning of a formula; the wide forms too, which Japanese editions take so. */
const formula = /^[=+\-@\t\r\n＝＋－＠]/;

const needsQuotes = /[",;\r\n]/;

/**
 * One record as RFC 4180 writes it. Nothing is an empty field, an empty text is one in quotes. A text that a spreadsheet
 * would compute begins with an apostrophe, unless formulas are kept; numbers do not.
 */
export function csvRecord(cells: readonly Cell[], { keepsFormulas }: CsvOptions): string {
  const fields = cells.map((cell) => {
    const text = cellText(cell);
    if (text === null) return '';
    const isText = typeof cell === 'string' || Array.isArray(cell);
    return field(isText && !keepsFormulas && formula.test(text) ? `'${text}` : text);
  });
  return `${fields.join(',')}\r\n`;
}

function field(text: string): string {
  return text === '' || needsQuotes.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** A cell that a spreadsheet would take for a formula: one of the signs behind which it calculates, apostrophes before it or not. */
const formula = /^'*[=+\-@\t\r]/;
/** A word that the reading of a file would take for an HTML character or a tag. */
const entity = /&(?=(?:#\d{1,6}|#x[0-9a-f]{1,6}|[a-z]+);)/gi;
const tag =
  /<(?=\/?(?:br|p|div|span|a|b|i|u|font|strong|em|ul|ol|li|table|tr|td|th|h[1-6])(?:\s[^<>]*)?\/?>)/gi;
/** What a text has that is not told as it is, formulas and spaces around it apart; few have any. */
const unusual = /[\p{Cc}\ufeff\u200b&<]/u;
/** Characters that no cell of a table has: all control characters but line ends, and what cannot be seen. */
const unseen = /[^\P{Cc}\t\n]|[\ufeff\u200b]/gu;

/**
 * A text as the cell of a published table: line ends are one line feed; what the reading of a file would change is
 * written so that it comes back as it was, and an apostrophe stands before what a spreadsheet would calculate.
 */
export function cellOf(text: string | number | null | undefined): string {
  if (text === null || text === undefined) return '';
  if (typeof text === 'number') return String(text);
  const written = unusual.test(text) ? usualOf(text) : text.trim();
  return formula.test(written) ? `'${written}` : written;
}

function usualOf(text: string): string {
  const plain = text.replaceAll(/\r\n?/g, '\n').replaceAll(unseen, '').trim();
  return plain.replaceAll(entity, '&amp;').replaceAll(tag, '&lt;');
}

/** One line of a CSV as RFC 4180 writes it: quotes where they are needed, CRLF at the end. */
export function csvLine(cells: readonly string[]): string {
  return `${cells.map(quoted).join(',')}\r\n`;
}

function quoted(cell: string): string {
  return /[",\n\r]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
}

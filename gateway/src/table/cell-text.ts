/** What stands between the values of one cell. */
const separator = ';';

const needsQuotes = /[;"\r\n]/;

/** A cell as text: several values joined by `;`; null for nothing. */
export function cellText(cell: unknown): string | null {
  if (cell === null || cell === undefined) return null;
  return Array.isArray(cell) ? cell.map(itemText).join(separator) : leafText(cell);
}

/** One of several values: in quotes where it could be taken for more than one, or for none. */
function itemText(item: unknown): string {
  const text = cellText(item);
  if (text === null) return '';
  return text === '' || needsQuotes.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

function leafText(leaf: unknown): string {
  return typeof leaf === 'string' ? leaf : JSON.stringify(leaf);
}

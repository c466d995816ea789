const marks = /^(?:[〃″〟仝々"]|''|同上|同前|上(?:に|と)同じ)$/u;

/** Whether a cell says that the one above is meant: 〃, 同上. */
export function isDitto(cell: string): boolean {
  const text = cell.trim();
  return text !== '' && text.length <= 5 && marks.test(text);
}

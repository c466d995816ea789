/** A month written 2026-09, 2026/9, 2026年9月 or 202609, as YYYY-MM. */
export function monthOf(cell: string | undefined): string | undefined {
  const groups = /^(?<year>20\d{2})[-/年.]?(?<month>\d{1,2})月?$/u.exec(
    (cell ?? '').normalize('NFKC').replaceAll(/\s/gu, ''),
  )?.groups;
  const number = Number(groups?.['month']);
  if (!groups || number < 1 || number > 12) return undefined;
  return `${groups['year']}-${String(number).padStart(2, '0')}`;
}

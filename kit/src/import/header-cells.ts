import { isKnownHeader } from './alias.js';
import type { DatasetId } from './dataset/definition.js';

/** The headers of a line of cells: without line ends and spaces around them, and without what is blank at the end. */
export function headerCells(cells: readonly string[]): string[] {
  const headers = cells.map((cell) => cell.replaceAll(/\s*\n\s*/g, '').trim());
  while (headers.at(-1) === '') headers.pop();
  return headers;
}

/** Whether a line may be a header: it holds short words, no digits and dates, and at least two of them. */
export function looksLikeHeader(cells: readonly string[]): boolean {
  const filled = cells.map((cell) => cell.trim()).filter((cell) => cell !== '');
  return (
    filled.length >= 2 &&
    filled.every(
      (cell) =>
        cell.length <= 30 &&
        !/^[\d\s/:.,-]+$/.test(cell.normalize('NFKC')) &&
        !/^https?:/.test(cell),
    )
  );
}

/** One name for each column out of the group above and the name below, the one that the kinds of file know best. */
export function mergedHeader(
  above: readonly string[],
  { below, dataset }: { below: readonly string[]; dataset: DatasetId | undefined },
): string[] {
  const upper = headerCells(above);
  const lower = headerCells(below);
  let group = '';
  return Array.from({ length: Math.max(upper.length, lower.length) }, (_, at) => {
    const own = upper[at] ?? '';
    const sub = lower[at] ?? '';
    if (own !== '') group = own;
    if (sub === '') return own;
    const names = [`${group}_${sub}`, `${group}(${sub})`, `${group}${sub}`, sub];
    return names.find((name) => isKnownHeader(name, dataset)) ?? names[0] ?? sub;
  });
}

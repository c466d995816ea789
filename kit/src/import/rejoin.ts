import type { Line } from './table.js';

/**
 * Puts together what an unquoted thousands comma parted (2,000円 in two cells): only where the row has one cell too many and exactly one
 * pair of neighbours can be such a number. Any other line comes back as it was.
 */
export function rejoined(line: Line, width: number): Line {
  const { cells } = line;
  if (cells.length !== width + 1) return line;
  const places = cells.flatMap((cell, at) =>
    /^\D{0,8}[1-9]\d{0,2}$/u.test(cell.trim()) && /^\d{3}(?!\d)/.test((cells[at + 1] ?? '').trim())
      ? [at]
      : [],
  );
  const [at] = places;
  if (at === undefined || places.length > 1) return line;
  return {
    ...line,
    cells: [...cells.slice(0, at), `${cells[at]},${cells[at + 1]}`, ...cells.slice(at + 2)],
  };
}

import { FileProblem } from '../file-problem.js';
import { headerCells, looksLikeHeader, mergedHeader } from '../header-cells.js';
import type { Line } from '../table.js';
import type { HeaderCandidate } from './mapped-header.js';

/** Share of the widest row that a header fills. */
const wide = 0.6;

/**
 * The line (or two) that is most likely the header of a table of which no column is known: the first that is about as wide as the table
 * and holds short words; two where names stand below others that span several columns. `row` names the line where a person said it.
 * Throws a FileProblem where there is none.
 */
export function guessHeader(lines: readonly Line[], row?: number): HeaderCandidate {
  const widest = Math.max(0, ...lines.map(({ cells }) => filledIn(cells)));
  for (const [at, line] of lines.entries()) {
    if (row !== undefined && line.row !== row) continue;
    if (row === undefined && !looksLikeHeader(line.cells)) continue;
    const below = lines[at + 1]?.cells;
    if (below && areTwo(line.cells, below)) {
      const headers = mergedHeader(line.cells, { below, dataset: undefined });
      if (row !== undefined || filledIn(headers) >= widest * wide)
        return { at, length: 2, headers };
    }
    if (row !== undefined || filledIn(line.cells) >= Math.max(2, widest * wide))
      return { at, length: 1, headers: headerCells(line.cells) };
  }
  throw new FileProblem('HEADER_NOT_FOUND', {
    message: '見出しの行を決められません。',
    remedy: '--header-row で見出しの行の番号（1から数えます）を指定してください。',
  });
}

const filledIn = (cells: readonly string[]): number =>
  cells.filter((cell) => cell.trim() !== '').length;

/** Whether two lines are one header: some names stand only above (over both rows), others only below (under one that spans them). */
function areTwo(above: readonly string[], below: readonly string[]): boolean {
  if (!looksLikeHeader(above) || !looksLikeHeader(below)) return false;
  const places = Array.from({ length: Math.max(above.length, below.length) }, (_, at) => at);
  const isFilled = (cells: readonly string[], at: number): boolean =>
    (cells[at] ?? '').trim() !== '';
  return (
    places.some((at) => isFilled(above, at) && !isFilled(below, at)) &&
    places.some((at) => !isFilled(above, at) && isFilled(below, at))
  );
}

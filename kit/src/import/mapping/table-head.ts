import { FileProblem } from '../file-problem.js';
import { openSource } from '../source.js';
import type { Line } from '../table.js';
import { guessHeader } from './guess-header.js';
import { headerAt } from './mapped-header.js';

/**
 * The first lines of a table of which no column is known; of a workbook, those of the first sheet that has a header. Throws a FileProblem
 * for what is no table and for an empty file.
 */
export async function readTableHead(path: string, headerRow?: number): Promise<readonly Line[]> {
  const source = await openSource(path, (lines) =>
    headerAt(lines, guessHeader(lines, headerRow), unknownColumns),
  );
  if (source) return source.head;
  throw new FileProblem('HEADER_NOT_FOUND', {
    message: 'ファイルは空です。',
    remedy: '見出しと、データの行があるファイルを指定してください。',
  });
}

const unknownColumns = { dataset: 'event', headers: [], columns: new Map(), extra: [] } as const;

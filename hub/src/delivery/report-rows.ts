import { createReadStream, existsSync } from 'node:fs';
import { createInterface } from 'node:readline';

import type { Note } from '@manabi/kit/import/note';
import type { RowOutcome } from '@manabi/kit/import/outcome';

/** One finding about a row, and what became of the row. */
export interface ReportRow extends Note {
  readonly outcome: RowOutcome['kind'];
}

/** The first findings of a report, and whether there are more. */
export interface ReportRows {
  readonly rows: readonly ReportRow[];
  readonly isAll: boolean;
}

/** Reads the findings of a delivery from its lines for machines, up to so many; none where nothing was read. */
export async function reportRows(file: string, most: number): Promise<ReportRows> {
  const rows: ReportRow[] = [];
  if (!existsSync(file)) return { rows, isAll: true };
  const input = createReadStream(file);
  try {
    for await (const line of createInterface({ input, crlfDelay: Infinity })) {
      // The file is the hub's own; its last line is the summary and has no notes.
      const { outcome, notes = [] } = JSON.parse(line) as {
        outcome: RowOutcome['kind'];
        notes?: Note[];
      };
      for (const note of notes) {
        if (rows.length >= most) return { rows, isAll: false };
        rows.push({ ...note, outcome });
      }
    }
    return { rows, isAll: true };
  } catch {
    // It is still being written: its last line is not whole.
    return { rows, isAll: false };
  } finally {
    input.destroy();
  }
}

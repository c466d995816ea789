import type { Cell, SheetData } from 'write-excel-file/universal';

import type { Words } from '../language/words.js';
import type { AnswerTable, TableCell } from '../table/answer-table.js';
import { markText } from '../table/cell-text.js';
import { fileHeadings, remarksOf } from './csv-of.js';
import type { Note } from './note.js';

/** What a workbook is made of. */
export interface WorkbookParts {
  readonly table: AnswerTable;
  readonly notes: readonly Note[];
  readonly words: Words;
}

/** Columns are as wide as their longest text, within these, in characters. */
const [narrowest, widest] = [8, 60];

/** A workbook (XLSX) of two sheets: the table, and the notes without which it must not be read. */
export async function workbookOf({ table, notes, words }: WorkbookParts): Promise<Blob> {
  // The writer takes 40 KiB, which who downloads nothing need not load.
  const { default: writeWorkbook } = await import('write-excel-file/universal');
  const data = dataOf(table, words);
  const told = notes.map(({ name, text }): Cell[] => [
    { value: name, fontWeight: 'bold', alignVertical: 'top' },
    { value: text, wrap: true, align: 'left' },
  ]);
  return writeWorkbook([
    { data, sheet: words.sheetData, columns: widthsOf(data), stickyRowsCount: 1 },
    { data: told, sheet: words.sheetNotes, columns: [{ width: 24 }, { width: 90 }] },
  ]).toBlob();
}

function dataOf(table: AnswerTable, words: Words): SheetData {
  const headings = fileHeadings(table, words);
  const hasRemarks = headings.length > table.columns.length;
  return [
    headings.map((value): Cell => ({ value, fontWeight: 'bold', backgroundColor: '#e9f3f0' })),
    ...table.rows.map((row) => {
      const cells = row.map((cell) => cellOf(cell, words));
      return hasRemarks ? [...cells, remarksOf(table, row)] : cells;
    }),
  ];
}

function cellOf({ value, mark }: TableCell, words: Words): Cell {
  if (!mark) return value;
  return {
    value: markText(mark, words),
    align: 'right',
    textColor: '#8a3b00',
    fontStyle: mark === 'SUPPRESSED' ? 'italic' : undefined,
  } as Cell;
}

function widthsOf(data: SheetData): { width: number }[] {
  return (data[0] ?? []).map((_, place) => {
    const lengths = data.slice(0, 200).map((row) => widthOf(row[place]));
    return { width: Math.min(widest, Math.max(narrowest, ...lengths) + 2) };
  });
}

/** A Japanese sign is as wide as two others. */
function widthOf(cell: Cell): number {
  const told = cell !== null && typeof cell === 'object' && 'value' in cell ? cell.value : cell;
  const text = typeof told === 'string' || typeof told === 'number' ? String(told) : '';
  return [...text].reduce((sum, sign) => sum + (sign > '\u{2000}' ? 2 : 1), 0);
}

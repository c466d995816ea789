import { type ListRecord, isList } from '@manabi/kit/import/list/lists';
import type { Note } from '@manabi/kit/import/note';
import type { RowOutcome } from '@manabi/kit/import/outcome';

import type { ImportPlaces } from './import-places.js';
import { listPlaces } from './list-places.js';
import { ListRegisters } from './list-registers.js';
import { ListRow, type PlacedRow, type UnknownWord } from './list-row.js';
import type { FileSetting, RoutedRow } from './routed-row.js';
import { setRowAside } from './set-aside.js';

/** Says for each row of a list which record of which register it is. */
export class ListRows {
  private constructor(
    private readonly setting: FileSetting,
    private readonly known: ListRegisters | undefined,
  ) {}

  /** Opens it with the registers; other kinds of file need none. */
  static async open(places: ImportPlaces, setting: FileSetting): Promise<ListRows> {
    const { dataset } = setting.file;
    const isListed = dataset !== undefined && isList(dataset);
    return new ListRows(setting, isListed ? await ListRegisters.open(places) : undefined);
  }

  /** Looks up what must be known of the rows that are routed next. */
  async look(outcomes: readonly RowOutcome[]): Promise<void> {
    await this.known?.look(outcomes);
  }

  /** Says where a row goes. One without a word that it needs is set aside; any other word that nobody knows is told. */
  route(outcome: RowOutcome, record: ListRecord): RoutedRow {
    if (!this.known) throw new Error('Broken assumption: only files of lists hold rows of lists');
    const row = new ListRow(record, this.known, this.setting);
    const rows = placesOf(record, row);
    const missing = row.unknown.find(({ isNeeded }) => isNeeded);
    if (missing)
      return setRowAside(this.setting.file, outcome, { ...missing, ...unknownWord(missing) });
    const notes = row.unknown.map((word) => noteOf(word, outcome.row));
    return { outcome: { ...outcome, notes: [...outcome.notes, ...notes] }, rows };
  }
}

/** The rows of one line; each kind of record has its own way. */
function placesOf(record: ListRecord, row: ListRow): PlacedRow[] {
  // The way is that of the record's own kind.
  const place = listPlaces[record.kind] as { rows(record: ListRecord, row: ListRow): PlacedRow[] };
  return place.rows(record, row);
}

const unknownWord = ({ column }: UnknownWord): Pick<Note, 'code' | 'message' | 'remedy'> => ({
  code: 'LIST_WORD_UNKNOWN',
  message: `「${column}」の語は、登録簿にありません（または一つに決まりません）。`,
  remedy: '登録簿にある名か番号で書くか、先にその一覧を取り込んでください。',
});

const noteOf = ({ column, value, ...word }: UnknownWord, row: number): Note => ({
  row,
  column,
  value,
  level: 'problem',
  ...unknownWord({ column, value, ...word }),
});

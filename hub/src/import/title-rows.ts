import type { TitleRecord } from '@manabi/kit/import/dataset/record';
import type { RowOutcome } from '@manabi/kit/import/outcome';
import { deliveredTitle } from '@manabi/library/title/title.import';
import type { EntityManager } from '@mikro-orm/postgresql';

import { setRowAside } from './set-aside.js';
import type { FileSetting, RoutedRow } from './routed-row.js';

/** Says for each row of a book list which title it is: one that has its ISBN, else a new one. */
export class TitleRows {
  readonly #seen = new Map<string, number>();

  private constructor(
    private readonly setting: FileSetting,
    private readonly idOfIsbn: ReadonlyMap<string, string>,
  ) {}

  /** Opens it with the ISBNs of the catalogue. */
  static async open(em: EntityManager, setting: FileSetting): Promise<TitleRows> {
    const known = await em.execute<{ isbn: string; id: string }[]>(
      `select isbn, bib_id as id from title where isbn is not null`,
    );
    return new TitleRows(setting, new Map(known.map(({ isbn, id }) => [isbn, id])));
  }

  /** Says where a row goes. The second row of one ISBN is set aside. */
  route(outcome: RowOutcome, record: TitleRecord): RoutedRow {
    const first = record.isbn && this.#seen.get(record.isbn);
    if (first) {
      return setRowAside(this.setting.file, outcome, {
        column: 'ISBN',
        value: record.isbn ?? '',
        code: 'ISBN_REPEATED',
        message: `同じISBNの資料が${first}行目にあります。`,
        remedy: '巻や版が違うときは、それぞれのISBNを書いてください。',
      });
    }
    if (record.isbn) this.#seen.set(record.isbn, record.row);
    const { dataset, asOf, request } = this.setting;
    const row = deliveredTitle(record, {
      dataset,
      asOf,
      ...(request.licence && { licence: request.licence }),
      knownId: record.isbn && this.idOfIsbn.get(record.isbn),
    });
    return { outcome, rows: [{ service: 'library', row }] };
  }
}

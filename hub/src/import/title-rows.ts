import type { TitleRecord } from '@manabi/kit/import/dataset/record';
import type { RowOutcome } from '@manabi/kit/import/outcome';
import { deliveredTitle } from '@manabi/library/title/title.import';
import { isOpaqueId } from '@manabi/kit/opaque-id';
import type { EntityManager } from '@mikro-orm/postgresql';

import { publishedHere } from './published-rows.js';
import { setRowAside } from './set-aside.js';
import type { FileSetting, RoutedRow } from './routed-row.js';

/** Says for each row of a book list which title it is: one that has its ISBN, else a new one. */
export class TitleRows {
  readonly #seen = new Map<string, number>();

  private constructor(
    private readonly setting: FileSetting,
    private readonly idOfIsbn: ReadonlyMap<string, string>,
    private readonly ofOthers: ReadonlySet<string>,
  ) {}

  /** Opens it with the ISBNs of the catalogue, and what came into it from elsewhere than this data set. */
  static async open(em: EntityManager, setting: FileSetting): Promise<TitleRows> {
    const known = await em.execute<{ isbn: string | null; id: string; other: boolean }[]>(
      `select isbn, bib_id as id, provenance ->> 'dataset' is distinct from ? as other from title`,
      [setting.dataset],
    );
    return new TitleRows(
      setting,
      new Map(known.flatMap(({ isbn, id }) => (isbn ? [[isbn, id] as const] : []))),
      new Set(known.flatMap(({ id, other }) => (other ? [id] : []))),
    );
  }

  /** Says where a row goes. What this very city published takes nothing over; the second row of one ISBN is set aside. */
  route(outcome: RowOutcome, record: TitleRecord): RoutedRow {
    const { bibId } = record;
    const isPublished = bibId !== undefined && (record.sample === true || isOpaqueId(bibId));
    if (isPublished && this.ofOthers.has(bibId)) return publishedHere(this.setting, outcome, bibId);
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

import type { CopyRecord } from '@manabi/kit/import/dataset/library.record';
import { deliveredCopy } from '@manabi/library/holding/holding.import';
import type { EntityManager } from '@mikro-orm/postgresql';

import { dayInName } from './dataset-name.js';
import type { OpenRoute } from './list-route.js';
import { openRegister } from './registers.js';
import { branchUnknown } from './row-unknown.js';
import { setRowAside } from './set-aside.js';

/** Says for each row of copies of which title and branch it is. What the catalogue or the branches do not have is set aside. */
export const copyRows: OpenRoute<CopyRecord> = async (places, setting) => {
  const em = places.em('library');
  const branches = await openRegister(em, 'branch');
  const titles = await titleIds(em);
  const { dataset, request, file } = setting;
  const checkedOn = dayInName(request.file) ?? file.reference.publishedOn;
  return (outcome, record) => {
    const branchId = branches.idOf(record.branch);
    if (branchId === null) return branchUnknown(setting, outcome, record.branch);
    const bibId = titles.get(record.isbn ?? '') ?? titles.get(record.title ?? '');
    if (bibId === undefined)
      return setRowAside(file, outcome, {
        column: record.isbn === undefined ? '書誌ID' : 'ISBN',
        value: record.isbn ?? record.title ?? '',
        code: 'TITLE_UNKNOWN',
        message: '図書・資料一覧にない資料です。',
        remedy: '先に図書・資料一覧を取り込むか、番号を確かめてください。',
      });
    const row = deliveredCopy(record, { dataset, bibId, branchId, checkedOn });
    return { outcome, rows: [{ service: 'library', row }] };
  };
};

/** Titles by ISBN, by id, and by the number under which their own list names them. */
async function titleIds(em: EntityManager): Promise<Map<string, string>> {
  const rows = await em.execute<{ id: string; isbn: string | null; source: string | null }[]>(
    `select bib_id as id, isbn, substring(source_key from '#(.*)$') as source from title where withdrawn_at is null`,
  );
  const ids = new Map<string, string>();
  for (const { id, isbn, source } of rows)
    for (const word of [source, isbn, id]) if (word) ids.set(word, id);
  return ids;
}

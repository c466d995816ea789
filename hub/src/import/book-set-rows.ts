import type { BookSetRecord } from '@manabi/kit/import/dataset/library.record';
import { deliveredSet } from '@manabi/library/book-set/book-set.import';

import type { OpenRoute } from './list-route.js';
import { openRegister } from './registers.js';
import { branchUnknown } from './row-unknown.js';

/** Says for each row of sets of books which branch lends it and which titles of the catalogue are in it; titles it does not have are left out. */
export const bookSetRows: OpenRoute<BookSetRecord> = async (places, setting) => {
  const em = places.em('library');
  const branches = await openRegister(em, 'branch');
  const titles = await em.execute<{ id: string; isbn: string }[]>(
    `select bib_id as id, isbn from title where isbn is not null and withdrawn_at is null`,
  );
  const idOf = new Map(titles.map(({ id, isbn }) => [isbn, id]));
  const { dataset, asOf, request } = setting;
  return (outcome, record) => {
    const branchId = branches.idOf(record.branch);
    if (record.branch !== undefined && branchId === null)
      return branchUnknown(setting, outcome, record.branch);
    const row = deliveredSet(record, {
      dataset,
      asOf,
      branchId,
      bibIds: record.isbns.flatMap((isbn) => idOf.get(isbn) ?? []),
      ...(request.licence && { licence: request.licence }),
    });
    return { outcome, rows: [{ service: 'library', row }] };
  };
};

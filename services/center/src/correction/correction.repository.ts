import { readCursor, writeCursor } from '@manabi/kit/connection/cursor';
import type { EntityManager } from '@mikro-orm/postgresql';
import { z } from 'zod';

import { type CorrectedKind, Correction, type CorrectionStatus } from './correction.entity.js';

const department = `provenance ->> 'department' as department`;
const owners: Readonly<Record<CorrectedKind, string>> = {
  OPPORTUNITY: 'select department from opportunity_search where id = ?',
  FACILITY: `select coalesce(department_code, provenance ->> 'department') as department from facility where code = ?`,
  DESK: `select ${department} from desk where id = ?`,
  GROUP: `select ${department} from learning_group where id = ?`,
};

/** The department that answers for a record; null where there is no such record. */
export async function ownerOfRecord(
  em: EntityManager,
  kind: CorrectedKind,
  id: string,
): Promise<string | null> {
  const [row] = await em.execute<{ department: string }[]>(owners[kind], [id]);
  return row?.department ?? null;
}

const place = z.tuple([z.iso.datetime(), z.string()]);

/** The cursor of a report in a queue. */
export const correctionCursor = ({ reportedAt, id }: Correction): string =>
  writeCursor([reportedAt.toISOString(), id]);

/** Reports to a department that stand so, oldest first. Refuses a cursor of another list. */
export function correctionsAfter(
  em: EntityManager,
  queue: { readonly department?: string | null; readonly status: CorrectionStatus },
  { limit, after }: { limit: number; after: string | null },
): Promise<Correction[]> {
  const [reportedAt, id] = after === null ? [null, null] : readCursor(after, place);
  const then = reportedAt === null ? null : new Date(reportedAt);
  return em.find(
    Correction,
    {
      status: queue.status,
      ...(queue.department && { department: queue.department }),
      ...(then !== null && {
        reportedAt: { $gte: then },
        $or: [{ reportedAt: { $gt: then } }, { id: { $gt: id } }],
      }),
    },
    { orderBy: { reportedAt: 'asc', id: 'asc' }, limit },
  );
}

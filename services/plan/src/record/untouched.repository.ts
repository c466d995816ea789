import type { PageOf } from '@manabi/kit/connection/connection-type';
import { readCursor, writeCursor } from '@manabi/kit/connection/cursor';
import type { EntityManager } from '@mikro-orm/postgresql';
import { z } from 'zod';

import type { UntouchedRecord } from './untouched.entity.js';

/** Place in the list: the moment, empty where there is none, the kind and the id. */
const place = z.tuple([z.union([z.iso.datetime(), z.null()]), z.string(), z.string()]);

/** The cursor of a record in the list of those that nobody touched. */
export const untouchedCursor = ({ asOf, kind, id }: UntouchedRecord): string =>
  writeCursor([asOf?.toISOString() ?? null, kind, id]);

/** What no department confirmed since a moment, of one department or all. */
export interface Untouched {
  readonly before: Date;
  readonly department: string | null;
  readonly samples: boolean;
}

/**
 * Records of every kind that nobody confirmed since, never confirmed ones first, then the oldest; one row more than the
 * page holds. What was withdrawn is left out. Refuses a cursor of another list.
 */
export async function untouchedRecords(
  em: EntityManager,
  { before, department, samples }: Untouched,
  { size, after }: PageOf,
): Promise<UntouchedRecord[]> {
  const [asOf, kind, id] = after === null ? [null, null, null] : readCursor(after, place);
  const rows = await em.execute<(Omit<UntouchedRecord, 'asOf'> & { asOf: string | null })[]>(
    `select kind, id, label, "departmentCode", to_json("asOf") #>> '{}' as "asOf", sample from (
       select kind, opportunity_id as id, label, department as "departmentCode", as_of as "asOf", sample
         from opportunity_fact where withdrawn_at is null
       union all
       select kind, record_id, label, department, as_of, sample from record_fact where withdrawn_at is null
     ) f
     where ("asOf" is null or "asOf" < ?) and (? or not sample) and (?::text is null or "departmentCode" = ?)
       and (?::text is null or (coalesce("asOf", '-infinity'), kind collate "C", id collate "C")
         > (coalesce(?::timestamptz, '-infinity'), ?, ?))
     order by "asOf" nulls first, kind collate "C", id collate "C" limit ?`,
    [before, samples, department, department, kind, asOf, kind, id, size + 1],
  );
  return rows.map((row) =>
    Object.assign(row, { asOf: row.asOf === null ? null : new Date(row.asOf) }),
  );
}

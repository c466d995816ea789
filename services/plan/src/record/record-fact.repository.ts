import type { EntityManager } from '@mikro-orm/postgresql';

import type { Telling } from '../fact/fact.repository.js';
import { RecordFact } from './record-fact.entity.js';

/** Keeps records as told; what was known under the same kind and id is replaced. */
export async function keepRecords(
  em: EntityManager,
  records: readonly Partial<RecordFact>[],
): Promise<void> {
  if (records.length > 0) await em.upsertMany(RecordFact, [...records]);
}

/** Drops what a source told and no longer tells. */
export async function dropRecords(
  em: EntityManager,
  source: string,
  gone: readonly { readonly kind: string; readonly id: string }[],
): Promise<void> {
  if (gone.length === 0) return;
  await em.execute(
    `delete from record_fact r using jsonb_to_recordset(?::jsonb) as gone (kind text, id text)
     where r.source = ? and r.kind = gone.kind and r.record_id = gone.id`,
    [JSON.stringify(gone.map(({ kind, id }) => ({ kind, id }))), source],
  );
}

/** Drops what a source told in earlier lives of its numbering and did not tell again. */
export async function dropUntoldRecords(
  em: EntityManager,
  { source, epoch }: Telling,
): Promise<void> {
  await em.nativeDelete(RecordFact, { source, epoch: { $ne: epoch } });
}

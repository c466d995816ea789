import type { EntityManager } from '@mikro-orm/postgresql';

import type { FieldChange } from './refusal.js';

/** Changes told of one record at most; whoever is further behind reads the record anew. */
const mostChanges = 20;

/** A revision of a record. */
export interface RevisionOf {
  readonly kind: string;
  readonly id: string;
  readonly revision: number;
}

/** The revision of a record as it stands: 0 before anybody wrote to it. */
export async function revisionOf(em: EntityManager, kind: string, id: string): Promise<number> {
  const [known] = await revisionsOf(em, kind, [id]);
  return known?.revision ?? 0;
}

/** The revisions of records, in no order; those that nobody wrote to are left out. One query. */
export function revisionsOf(
  em: EntityManager,
  kind: string,
  ids: readonly string[],
): Promise<RevisionOf[]> {
  return em.execute<RevisionOf[]>(
    `select kind, id, max(revision) as revision from record_change
     where kind = ? and id in (select jsonb_array_elements_text(?::jsonb)) group by kind, id`,
    [kind, JSON.stringify(ids)],
  );
}

/** What changed of a record after a revision, latest first. */
export async function changesSince(
  em: EntityManager,
  { kind, id, revision }: RevisionOf,
): Promise<FieldChange[]> {
  const rows = await em.execute<ChangeRow[]>(
    `select field.key as field, field.value -> 0 as before, field.value -> 1 as after, verb, at
     from record_change, jsonb_each(fields) field
     where kind = ? and id = ? and revision > ? order by revision desc, field.key limit ?`,
    [kind, id, revision, mostChanges],
  );
  return rows.map(({ field, before, after, verb, at }) => ({
    field,
    before: before === null ? null : JSON.stringify(before),
    after: after === null ? null : JSON.stringify(after),
    verb,
    at: new Date(at),
  }));
}

interface ChangeRow {
  field: string;
  before: unknown;
  after: unknown;
  verb: string;
  at: Date | string;
}

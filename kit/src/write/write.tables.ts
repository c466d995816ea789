/**
 * SQL for what writes leave behind: a receipt for each that was carried out, by which the same request sent again is
 * answered without being carried out again, and what each changed, by which a record has a revision. Callers and keys
 * are kept as digests: nobody can be found in them.
 */
export const writeTables: readonly string[] = [
  `create table write_receipt (
    caller text not null,
    key text not null,
    verb text not null,
    request text not null,
    record_id text not null,
    at timestamptz not null default clock_timestamp(),
    primary key (caller, key)
  )`,
  `create table record_change (
    kind text not null,
    id text not null,
    revision integer not null,
    verb text not null,
    system text,
    reason text,
    fields jsonb not null,
    at timestamptz not null default clock_timestamp(),
    primary key (kind, id, revision)
  )`,
];

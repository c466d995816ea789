/**
 * SQL for what a service remembers of the files that were delivered to it: each delivery, its rows before they are
 * swapped in, and what stood there before, so that a delivery can be undone.
 */
export const deliveryTables: readonly string[] = [
  `create table delivery (
    id bigint generated always as identity primary key,
    dataset text not null,
    mode text not null check (mode in ('full', 'delta')),
    file_name text not null,
    run uuid not null,
    state text not null default 'STAGING'
      check (state in ('STAGING', 'APPLIED', 'UNCHANGED', 'UNDONE')),
    started_at timestamptz not null default now(),
    finished_at timestamptz,
    added integer not null default 0,
    changed integer not null default 0,
    unchanged integer not null default 0,
    withdrawn integer not null default 0
  )`,
  `create index delivery_dataset on delivery (dataset, id)`,
  `create index delivery_run on delivery (run)`,
  // An import of several services is decided here before the first of them swaps its part in.
  `create table delivery_decision (
    run uuid primary key,
    decided_at timestamptz not null default now()
  )`,
  `create table delivery_row (
    delivery_id bigint not null references delivery (id) on delete cascade,
    target text not null,
    source_key text not null,
    id text not null,
    hash text not null,
    data jsonb not null,
    children jsonb not null default '[]',
    primary key (delivery_id, target, source_key)
  )`,
  `create index delivery_row_source on delivery_row (delivery_id, source_key)`,
  `create table delivery_undo (
    delivery_id bigint not null references delivery (id) on delete cascade,
    target text not null,
    id text not null,
    before jsonb,
    children jsonb not null default '[]',
    primary key (delivery_id, target, id)
  )`,
];

import { followed } from '../feed/feed.tables.js';

/** SQL for a department's table of places where one may simply sit, whose changes are told as `kind`. */
export const sittingPlaceTable = (table: string, kind: string): readonly string[] => [
  `create table ${table} (
    id text primary key,
    name jsonb not null,
    rules text[] not null default '{}',
    wifi text,
    power text,
    supervised text,
    quiet text,
    eating text,
    seats integer check (seats >= 0),
    ages jsonb,
    hours jsonb not null default '[]',
    withdrawn_at timestamptz,
    location text,
    provenance jsonb not null,
    facility_code text not null
  )`,
  ...followed(table, kind),
];

import { migrationStep } from '@manabi/kit/database';

/** Lectures that offices give where people are, and days on which advice desks sit in community centres. */
export const lectures = migrationStep('m20261124-lectures', [
  `create table delivery_lecture (
    id text primary key,
    theme jsonb not null,
    summary jsonb,
    languages text[] not null default '{}',
    minutes integer check (minutes > 0),
    minimum_audience integer check (minimum_audience >= 0),
    withdrawn_at timestamptz,
    provenance jsonb not null,
    department_code text not null,
    subject_keys jsonb not null default '[]',
    times jsonb not null default '[]',
    words text not null
  )`,
  `create table advice_day (
    id text primary key,
    theme jsonb not null,
    summary jsonb,
    starts_at timestamptz not null,
    ends_at timestamptz not null check (ends_at >= starts_at),
    places integer check (places >= 0),
    places_left integer check (places_left between 0 and places),
    minutes_each integer check (minutes_each > 0),
    appointment text not null default 'UNKNOWN',
    how_to_apply text,
    cancelled_at timestamptz,
    provenance jsonb not null,
    desk_id text not null,
    venue_code text,
    room_id text
  )`,
  `create index advice_day_desk on advice_day (desk_id, starts_at)`,
  `create index advice_day_start on advice_day (starts_at, id)`,
]);

import { migrationStep } from '@manabi/kit/database';

/** Lotteries for rooms and courts in the index, and the order in which applications open. */
export const calendarTables = migrationStep('m20261124-calendar', [
  `create table lottery_window (
    id text primary key,
    source text not null,
    epoch text not null,
    data jsonb not null,
    facility_code text not null,
    department text not null,
    opens_at timestamptz not null,
    closes_at timestamptz not null,
    draw_at timestamptz,
    confirm_by timestamptz
  )`,
  'create index opportunity_search_opens on opportunity_search (opens_at, id)',
  // A kind that was passed over so far is told only to who reads from the beginning.
  'delete from feed_cursor',
]);

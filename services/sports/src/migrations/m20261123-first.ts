import { migrationStep } from '@manabi/kit/database';
import { deliveryTables } from '@manabi/kit/delivery/delivery.tables';
import { feedTables, followed } from '@manabi/kit/feed/feed.tables';
import { opportunityTable } from '@manabi/kit/opportunity/opportunity.tables';
import { roomTable } from '@manabi/kit/slot/room.columns';
import { holdTable } from '@manabi/kit/slot/slot.tables';

/** The first tables of the sports department, and their feed. */
export const firstTables = migrationStep('m20261123-first', [
  ...feedTables,
  ...deliveryTables,
  ...opportunityTable('sports_class', [
    'level text',
    `occurrences jsonb not null default '[]'`,
    `coach_ids text[] not null default '{}'`,
  ]),
  `create index sports_class_coach on sports_class using gin (coach_ids)`,
  ...roomTable('court', ['kind text']),
  ...holdTable('court_hold', 'court'),
  `create table community_club (
    id text primary key,
    name jsonb not null,
    summary jsonb,
    sports text[] not null default '{}',
    ages jsonb,
    yearly_fee_yen integer check (yearly_fee_yen >= 0),
    accepts_beginners text not null default 'UNKNOWN',
    since integer,
    url text,
    provenance jsonb not null,
    home_code text
  )`,
  ...followed('sports_class', 'SportsClass'),
]);

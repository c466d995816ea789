import { migrationStep } from '@manabi/kit/database';
import { followed } from '@manabi/kit/feed/feed.tables';

/** Consultations that one desk referred to another. */
export const referralTables = migrationStep('m20261124-referral', [
  `create table referral (
    id text primary key,
    from_desk_id text not null,
    to_desk_id text not null check (to_desk_id <> from_desk_id),
    theme text not null,
    question text not null,
    subject_keys jsonb not null default '[]',
    referred_at timestamptz not null,
    taken_up_at timestamptz
  )`,
  `create index referral_to_desk on referral (to_desk_id, referred_at desc, id desc)`,
  ...followed('referral', 'Referral'),
]);

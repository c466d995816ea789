import { migrationStep } from '@manabi/kit/database';

/** Passports of residents; none of these tables is followed, so no feed tells of them. */
export const passportTables = migrationStep('m20261124-passport', [
  `create table passport (
    id text primary key,
    owner text not null unique,
    consented_at timestamptz not null
  )`,
  `create table learning_record (
    id text primary key,
    passport_id text not null references passport (id) on delete cascade,
    title text not null,
    learned_on date not null,
    minutes integer,
    note text,
    department text,
    presented boolean,
    opportunity_id text
  )`,
  'create index learning_record_passport on learning_record (passport_id, learned_on desc, id desc)',
  `create table passport_reader (
    passport_id text not null references passport (id) on delete cascade,
    reader text not null,
    since timestamptz not null,
    primary key (passport_id, reader)
  )`,
]);

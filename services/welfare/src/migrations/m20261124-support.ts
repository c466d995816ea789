import { migrationStep } from '@manabi/kit/database';
import { followed } from '@manabi/kit/feed/feed.tables';

/** Assistants at any department's opportunities, ways to facilities, and childcare that was cancelled. */
export const supportTables = migrationStep('m20261124-support', [
  `alter table facility_access add column routes jsonb not null default '[]'`,
  `alter table childcare_session add column cancelled_at timestamptz`,
  `create table assistants (
    id text primary key,
    opportunity_id text not null,
    kind text not null,
    language text,
    needed integer check (needed >= 0),
    available integer check (available >= 0),
    confirmed integer check (confirmed >= 0),
    request_by timestamptz,
    provenance jsonb not null,
    check (confirmed <= available)
  )`,
  `create index assistants_opportunity on assistants (opportunity_id, kind)`,
  ...followed('assistants', 'Assistants'),
]);

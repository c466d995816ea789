import { migrationStep } from '@manabi/kit/database';
import { followed } from '@manabi/kit/feed/feed.tables';

/** Newsletters as they were published. */
export const newsletterTables = migrationStep('m20261124-newsletter', [
  `create table newsletter (
    id text primary key,
    title jsonb not null,
    starts_at timestamptz not null,
    ends_at timestamptz not null,
    published_at timestamptz not null,
    budget integer not null,
    characters integer not null,
    omitted integer not null,
    sections jsonb not null,
    provenance jsonb not null
  )`,
  'create index newsletter_published on newsletter (published_at desc, id desc)',
  ...followed('newsletter', 'Newsletter'),
]);

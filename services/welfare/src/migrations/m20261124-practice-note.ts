import { migrationStep } from '@manabi/kit/database';
import { followed } from '@manabi/kit/feed/feed.tables';

/** What staff learned from advice and practice. */
export const practiceNoteTables = migrationStep('m20261124-practice-note', [
  `create table practice_note (
    id text primary key,
    kind text not null,
    title jsonb not null,
    summary jsonb not null,
    audiences text[],
    written_on date,
    situation text,
    approach text,
    learned text,
    provenance jsonb not null,
    subject_keys jsonb not null default '[]'
  )`,
  `create index practice_note_newest on practice_note (coalesce(written_on, '0001-01-01') desc, id desc)`,
  ...followed('practice_note', 'PracticeNote'),
]);

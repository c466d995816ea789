import type { DeliveryTarget } from '@manabi/kit/delivery/delivery.target';
import type { ListedAs } from '@manabi/kit/import/list/lists';

/** Where lists of practice notes go. */
export const practiceNoteTarget: DeliveryTarget = {
  table: 'practice_note',
  key: 'id',
  columns: [
    'kind',
    'title',
    'summary',
    'audiences',
    'written_on',
    'situation',
    'approach',
    'learned',
    'subject_keys',
    'provenance',
  ],
};

/** What a row says of a note, in the columns of the notes. */
export const practiceNoteValues = (record: ListedAs<'practice-note'>): Record<string, unknown> => ({
  kind: record.note,
  title: { ja: record.title, kana: record.titleKana },
  summary: { ja: record.publicSummary },
  audiences: record.audiences,
  written_on: record.writtenOn ?? null,
  situation: record.situation ?? null,
  approach: record.approach ?? null,
  learned: record.learned ?? null,
});

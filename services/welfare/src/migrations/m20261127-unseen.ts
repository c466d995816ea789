import { migrationStep } from '@manabi/kit/database';
import { unseenColumns, unseenKind } from '@manabi/kit/feed/feed.seen';
import { unseenApplicants } from '@manabi/kit/opportunity/unseen.tables';

/**
 * Changes of what nobody is told are told to nobody: who applied, who asked for assistance, what staff noted for each
 * other, and who was referred.
 */
export const unseenChanges = migrationStep('m20261127-unseen', [
  ...unseenApplicants('care_program', 'CareProgram'),
  ...unseenColumns({
    table: 'assistants',
    kind: 'Assistants',
    columns: ['needed', 'confirmed', 'source_hash'],
  }),
  ...unseenColumns({
    table: 'practice_note',
    kind: 'PracticeNote',
    columns: ['situation', 'approach', 'learned', 'source_hash'],
  }),
  ...unseenKind('referral', 'Referral'),
]);

import { migrationStep } from '@manabi/kit/database';
import { unseenColumns } from '@manabi/kit/feed/feed.seen';
import { unseenApplicants } from '@manabi/kit/opportunity/unseen.tables';

/** Changes of what nobody is told are told to nobody: who applied, how people and groups are reached. */
export const unseenChanges = migrationStep('m20261127-unseen', [
  ...unseenApplicants('external_offering', 'ExternalOffering'),
  ...unseenColumns({
    table: 'experience_session',
    kind: 'ExperienceProgram',
    column: 'program_id',
    columns: ['taken', 'source_hash'],
    shown: "jsonb_build_object('seats', seats_told(it.capacity, it.taken, null))",
  }),
  ...unseenColumns({
    table: 'person',
    kind: 'Person',
    columns: ['email', 'phone', 'source_hash'],
  }),
  ...unseenColumns({
    table: 'learning_group',
    kind: 'Group',
    columns: ['email', 'phone', 'source_hash'],
  }),
]);

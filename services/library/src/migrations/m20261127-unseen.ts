import { migrationStep } from '@manabi/kit/database';
import { unseenApplicants } from '@manabi/kit/opportunity/unseen.tables';

/** Changes of what nobody is told are told to nobody: who applied. */
export const unseenChanges = migrationStep(
  'm20261127-unseen',
  unseenApplicants('library_program', 'LibraryProgram'),
);

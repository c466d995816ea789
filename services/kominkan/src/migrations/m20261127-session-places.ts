import { migrationStep } from '@manabi/kit/database';

/** Where a session is when it is not where its course is, and what the file said of what people change by hand. */
export const sessionPlaces = migrationStep('m20261127-session-places', [
  'alter table session add column venue_text text, add column said jsonb',
]);

import { migrationStep } from '@manabi/kit/database';
import { followed } from '@manabi/kit/feed/feed.tables';

/** Followers learn of what branches do for readers who cannot come or cannot read print. */
export const serviceFeed = migrationStep(
  'm20261124-service-feed',
  followed('branch_service', 'BranchService'),
);

import { Grant, GrantReport } from './grant.entity.js';

const provenance = { department: 'plan', sample: false };

/** A grant for tests; name only what matters. */
export function aGrant(given: Partial<Grant> = {}): Grant {
  return Object.assign(new Grant(), { id: 'grant', title: { ja: '展覧会' }, provenance }, given);
}

/** A report for tests; name only what matters. */
export function aReport(given: Partial<GrantReport> = {}): GrantReport {
  return Object.assign(new GrantReport(), { id: 'report', grantId: 'grant', provenance }, given);
}

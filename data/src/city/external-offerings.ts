import { rowsOf } from '../table.js';
import { todayInTokyo } from '../tokyo-day.js';
import type { OpportunityRow } from './opportunity.js';
import { opportunityOf } from './opportunity-line.js';

/** Who outside the six services offers it. */
export const PROVIDER_KINDS = [
  'UNIVERSITY',
  'SCHOOL',
  'MUSEUM',
  'SISTER_CITY',
  'CULTURE',
  'HERITAGE',
  'ENVIRONMENT',
  'PREFECTURE',
  'PRIVATE',
] as const;

/** An offering of a provider without a service of its own (外部の学習機会). */
export interface ExternalOfferingRow extends OpportunityRow {
  providerKind: (typeof PROVIDER_KINDS)[number];
  /** Whether one takes part at one's own responsibility: the city does not vouch for it. */
  ownResponsibility: 'YES' | 'NO' | 'UNKNOWN';
}

/** Promises the sample offerings of invented outside providers as they stand on `today`. */
export const externalOfferings = (today: string = todayInTokyo()): ExternalOfferingRow[] =>
  rowsOf('external-offerings', (line) =>
    Object.assign(opportunityOf(line, 'ExternalOffering', today), {
      providerKind: line.oneOf('extra', PROVIDER_KINDS),
      ownResponsibility: line.oneOf('ownResponsibility', ['YES', 'NO', 'UNKNOWN']),
    }),
  );

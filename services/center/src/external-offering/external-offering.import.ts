import type { DeliveredRow, DeliveryTarget } from '@manabi/kit/delivery/delivery.target';
import type { EventRecord } from '@manabi/kit/import/dataset/record';
import {
  type EventSetting,
  deliveredOpportunity,
  opportunityTarget,
} from '@manabi/kit/opportunity/opportunity.import';

const target = opportunityTarget('external_offering');

/** Where events of a file go: what no service of its own offers. */
export const externalOfferingTarget: DeliveryTarget = {
  ...target,
  columns: [...target.columns, 'provider', 'provider_kind', 'at_own_responsibility'],
};

/** An event of a file as an offer of whoever holds it; the city vouches for nothing of which the file does not say so. */
export function deliveredOffering(record: EventRecord, setting: EventSetting): DeliveredRow {
  const row = deliveredOpportunity(externalOfferingTarget, record, setting);
  return {
    ...row,
    values: {
      ...row.values,
      provider: record.organiser ?? null,
      provider_kind: record.providerKind ?? null,
      at_own_responsibility: record.ownResponsibility ?? 'UNKNOWN',
    },
  };
}

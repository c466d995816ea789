import type { DeliveryTarget } from '@manabi/kit/delivery/delivery.target';
import { opportunityTarget } from '@manabi/kit/opportunity/opportunity.import';

/** Where events of a file go: what no service of its own offers. */
export const externalOfferingTarget: DeliveryTarget = opportunityTarget('external_offering');

import type { DeliveryTarget } from '@manabi/kit/delivery/delivery.target';
import { opportunityTarget } from '@manabi/kit/opportunity/opportunity.import';

/** Where events of a file go: events of the library. */
export const programTarget: DeliveryTarget = opportunityTarget('library_program');

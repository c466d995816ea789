import type { DeliveryTarget } from '@manabi/kit/delivery/delivery.target';
import { opportunityTarget } from '@manabi/kit/opportunity/opportunity.import';

/** Where events of a file go: programmes of health, child care and welfare. */
export const careProgramTarget: DeliveryTarget = opportunityTarget('care_program');

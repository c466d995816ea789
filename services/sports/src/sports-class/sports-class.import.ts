import type { DeliveryTarget } from '@manabi/kit/delivery/delivery.target';
import { opportunityTarget } from '@manabi/kit/opportunity/opportunity.import';

/** Where events of a file go: sports classes and meets. */
export const sportsClassTarget: DeliveryTarget = opportunityTarget('sports_class');

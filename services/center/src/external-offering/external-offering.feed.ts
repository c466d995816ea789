import type { Publisher } from '@manabi/kit/feed/publisher';
import { publishOpportunity } from '@manabi/kit/opportunity/opportunity.published';

import { externalOfferingsByIds } from './external-offering.repository.js';

/** Tells outside offerings to followers as any department tells what it offers. */
export const publishExternalOfferings: Publisher = async (em, ids) => {
  const offerings = await externalOfferingsByIds(em, ids);
  return new Map(
    offerings.map((each) => [each.id, publishOpportunity(each, each.occurrences ?? [])]),
  );
};

import type { OfferFacts } from './offer.rules.js';

/** What a department tells of an opportunity, for tests; name only what matters. */
export const anOffer = (given: Partial<OfferFacts> = {}): OfferFacts => ({
  startsAt: null,
  endsAt: null,
  cancelledAt: null,
  times: [],
  audiences: [],
  ages: null,
  source: { department: 'kominkan', asOf: '2026-09-01T00:00:00.000Z' },
  ...given,
});

import type { FeedItem, PublishedData } from '@manabi/kit/feed/publisher';

/** A place to sit as a department's feed tells it, for tests; name only what matters. */
export const aSittingPlaceTold = (
  id: string,
  data: PublishedData = {},
  kind = 'LibrarySittingPlace',
): FeedItem => ({
  id,
  kind,
  state: 'updated',
  modified: 1,
  data: {
    facilityCode: '132292-0001',
    name: { ja: '学習席' },
    rules: [],
    hours: [],
    provenance: { department: 'library', sample: true },
    ...data,
  },
});

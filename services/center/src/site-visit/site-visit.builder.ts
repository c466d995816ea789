import { SiteVisit } from './site-visit.entity.js';

/** A place that takes classes, for tests; name only what matters. */
export function aSiteVisit(given: Partial<SiteVisit> = {}): SiteVisit {
  return Object.assign(
    new SiteVisit(),
    {
      id: 'visit',
      title: { ja: '畑の見学' },
      weekdays: [1, 2, 3, 4, 5],
      months: [],
      subjectKeys: [{ scheme: 'NDC', code: '61' }],
      provenance: { department: 'industry', sample: true },
    },
    given,
  );
}

import { OpportunityFact } from './fact.entity.js';

/** A fact for tests; name only what matters. */
export function aFact(given: Partial<OpportunityFact> = {}): OpportunityFact {
  return Object.assign(
    new OpportunityFact(),
    {
      opportunityId: 'opportunity',
      kind: 'Course',
      department: 'kominkan',
      sample: false,
      startsAt: new Date('2026-10-10T10:00:00+09:00'),
      endsAt: new Date('2026-10-10T12:00:00+09:00'),
      audiences: [],
      subjectKeys: [],
      times: [],
      source: 'kominkan',
      epoch: 'first',
    },
    given,
  );
}

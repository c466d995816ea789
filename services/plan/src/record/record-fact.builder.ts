import { RecordFact } from './record-fact.entity.js';

/** A record for tests; name only what matters. */
export function aRecord(given: Partial<RecordFact> = {}): RecordFact {
  return Object.assign(
    new RecordFact(),
    {
      kind: 'Desk',
      recordId: 'record',
      words: [],
      department: 'center',
      sample: false,
      source: 'center',
      epoch: 'first',
    },
    given,
  );
}

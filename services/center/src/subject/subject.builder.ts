import { Subject } from './subject.entity.js';

/** A subject for tests; name only what matters. */
export function aSubject(given: Partial<Subject> = {}): Subject {
  return Object.assign(
    new Subject(),
    {
      scheme: 'NDC',
      code: '49',
      label: { ja: '医学' },
      provenance: { department: 'center', sample: true },
    },
    given,
  );
}

import { Desk } from './desk.entity.js';

/** A desk for tests; name only what matters. */
export function aDesk(given: Partial<Desk> = {}): Desk {
  return Object.assign(
    new Desk(),
    {
      id: 'desk',
      name: { ja: '学習相談' },
      subjectKeys: [],
      provenance: { department: 'center', sample: true },
    },
    given,
  );
}

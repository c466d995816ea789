import { CareProgram } from './care-program.entity.js';

/** A programme for tests; name only what matters. */
export function aCareProgram(given: Partial<CareProgram> = {}): CareProgram {
  return Object.assign(
    new CareProgram(),
    {
      id: 'program',
      title: { ja: '赤ちゃん広場' },
      subjectKeys: [],
      provenance: { department: 'welfare', sample: true },
    },
    given,
  );
}

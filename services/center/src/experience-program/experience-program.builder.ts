import { ExperienceProgram } from './experience-program.entity.js';

/** An experience programme for tests; name only what matters. */
export function anExperienceProgram(given: Partial<ExperienceProgram> = {}): ExperienceProgram {
  return Object.assign(
    new ExperienceProgram(),
    {
      id: 'program',
      title: { ja: '畑の一年' },
      subjectKeys: [],
      provenance: { department: 'center', sample: true },
    },
    given,
  );
}

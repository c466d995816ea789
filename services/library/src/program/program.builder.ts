import { LibraryProgram } from './program.entity.js';

/** An event for tests; name only what matters. */
export function aProgram(given: Partial<LibraryProgram> = {}): LibraryProgram {
  return Object.assign(
    new LibraryProgram(),
    {
      id: 'program',
      title: { ja: 'おはなし会' },
      subjectKeys: [],
      provenance: { department: 'library', sample: true },
    },
    given,
  );
}

import { LibraryBranch } from './branch.entity.js';

/** A branch for tests; name only what matters. */
export function aBranch(given: Partial<LibraryBranch> = {}): LibraryBranch {
  return Object.assign(
    new LibraryBranch(),
    {
      id: 'branch',
      name: { ja: '図書館' },
      facilityCode: `facility-of-${given.id ?? 'branch'}`,
      provenance: { department: 'library', sample: true },
    },
    given,
  );
}

import { Group } from './group.entity.js';

/** A group for tests; name only what matters. */
export function aGroup(given: Partial<Group> = {}): Group {
  return Object.assign(
    new Group(),
    {
      id: 'group',
      name: { ja: '水彩画の会' },
      subjectKeys: [],
      provenance: { department: 'center', sample: true },
    },
    given,
  );
}

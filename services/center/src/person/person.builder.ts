import { Person } from './person.entity.js';

/** A person of the talent bank for tests; name only what matters. */
export function aPerson(given: Partial<Person> = {}): Person {
  return Object.assign(
    new Person(),
    {
      id: 'person',
      name: { ja: '見本 花子' },
      subjectKeys: [],
      provenance: { department: 'center', sample: true },
    },
    given,
  );
}

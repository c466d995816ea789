import { Department } from './department.entity.js';

/** A department for tests; name only what matters. */
export function aDepartment(given: Partial<Department> = {}): Department {
  return Object.assign(
    new Department(),
    {
      code: 'kominkan',
      name: { ja: '公民館' },
      provenance: { department: 'center', sample: true },
    },
    given,
  );
}

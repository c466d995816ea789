import { Course } from './course.entity.js';

/** A course for tests; name only what matters. */
export function aCourse(given: Partial<Course> = {}): Course {
  return Object.assign(
    new Course(),
    {
      id: 'course',
      title: { ja: '講座' },
      subjectKeys: [],
      provenance: { department: 'kominkan', sample: true },
    },
    given,
  );
}

import { changeResolver } from '@manabi/kit/subscription/change.resolver';

import { CourseChange } from './course-change.entity.js';
import { Course } from './course.entity.js';
import { courseById } from './course.loader.js';

/** Tells the changes of courses. */
export const CourseChangeResolver = changeResolver(CourseChange, {
  record: Course,
  byId: courseById,
  words: { en: 'course', ja: '公民館講座' },
});

import type { Service } from '@manabi/kit/service';

import { Course } from './course/course.entity.js';
import { publishCourses } from './course/course.feed.js';
import { CourseResolver, courseReference } from './course/course.resolver.js';
import { firstTables } from './migrations/m20261123-first.js';
import {
  CourseInstructorResolver,
  PersonResolver,
  personReference,
} from './person/person.resolver.js';
import { Session } from './session/session.entity.js';
import {
  CourseSessionResolver,
  SessionResolver,
  sessionReference,
} from './session/session.resolver.js';

/** The community centres (公民館): courses and their sessions, study rooms and their slots. */
export const kominkan: Service = {
  name: 'kominkan',
  entities: [Course, Session],
  migrations: [firstTables],
  resolvers: [
    CourseResolver,
    CourseInstructorResolver,
    CourseSessionResolver,
    PersonResolver,
    SessionResolver,
  ],
  references: { Course: courseReference, Person: personReference, Session: sessionReference },
  published: { Course: publishCourses },
};

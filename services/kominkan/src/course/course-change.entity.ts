import { ChangeFields } from '@manabi/kit/subscription/change.fields';
import { ObjectType } from 'type-graphql';

/** A change of a course. */
@ObjectType({ description: 'A change of a course (公民館講座の変更).' })
export class CourseChange extends ChangeFields {}

import { AlreadyCancelled, NotInOrder } from '@manabi/kit/opportunity/opportunity.refusal';
import { OutsideHours, RoomUnknown } from '@manabi/kit/slot/refusal';
import { answerUnion } from '@manabi/kit/write/answer-union';
import { ChangedMeanwhile, RecordUnknown } from '@manabi/kit/write/refusal';
import { Field, ObjectType } from 'type-graphql';

import { Course } from '../course/course.entity.js';
import { SlotTaken } from './hold-slot-answer.js';

/** It was done. */
@ObjectType({ description: 'It was done (講座の更新完了).' })
export class CourseWritten {
  readonly __typename!: 'CourseWritten';

  @Field(() => Course, {
    nullable: true,
    description: 'The course as it stands now (講座).',
    simple: true,
  })
  course!: Course | null;
}

/** What "publishCourse" answers. */
export const PublishCourseAnswer = answerUnion({
  name: 'PublishCourseAnswer',
  description: 'The course is published, or why not and what to do (講座掲載の結果).',
  types: () => [CourseWritten, NotInOrder, SlotTaken, OutsideHours, RoomUnknown] as const,
});

export type PublishCourseAnswer = typeof PublishCourseAnswer;

/** What "changeCourse" and "confirmCourse" answer. */
export const ChangeCourseAnswer = answerUnion({
  name: 'ChangeCourseAnswer',
  description: 'The course is changed, or why not and what to do (講座変更の結果).',
  types: () => [CourseWritten, NotInOrder, RecordUnknown, ChangedMeanwhile] as const,
});

export type ChangeCourseAnswer = typeof ChangeCourseAnswer;

/** What "cancelCourse" answers. */
export const CancelCourseAnswer = answerUnion({
  name: 'CancelCourseAnswer',
  description: 'The course is cancelled, or why not and what to do (講座中止の結果).',
  types: () => [CourseWritten, AlreadyCancelled, RecordUnknown, ChangedMeanwhile] as const,
});

export type CancelCourseAnswer = typeof CancelCourseAnswer;

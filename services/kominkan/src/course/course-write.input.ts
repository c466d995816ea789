import { OpportunityDetails } from '@manabi/kit/opportunity/opportunity.input';
import { addRule } from '@manabi/kit/rules';
import { Level } from '@manabi/kit/vocabulary/level';
import { DepartmentWriteInput, RecordWriteInput } from '@manabi/kit/write/write.input';
import { GraphQLDateTime } from 'graphql-scalars';
import { Field, ID, InputType } from 'type-graphql';
import { z } from 'zod';

/** One meeting of a course to be published. */
@InputType({ description: 'One meeting of a course (講座の一回).' })
export class SessionInput {
  @Field(() => GraphQLDateTime, { description: 'Start (開始日時).' }) startsAt!: Date;
  @Field(() => GraphQLDateTime, { description: 'End (終了日時).' }) endsAt!: Date;
  @Field(() => ID, {
    nullable: true,
    description: 'The room of a community centre; it is booked with the course (学習室).',
  })
  roomId?: string | null;
  @Field(() => String, { nullable: true, description: 'What it is about (各回のテーマ).' })
  topic?: string | null;
}

addRule(SessionInput.prototype, 'roomId', z.string().min(1).max(200).nullish());
addRule(SessionInput.prototype, 'topic', z.string().min(1).max(200).nullish());

/** What must be said to publish a course. */
@InputType({ description: 'What must be said to publish a course (講座の掲載内容).' })
export class PublishCourseInput extends DepartmentWriteInput {
  @Field(() => String, { description: 'Name shown to residents (名称).' }) title!: string;
  @Field(() => OpportunityDetails, {
    nullable: true,
    description: 'What else is known of it (記載事項).',
  })
  details?: OpportunityDetails | null;
  @Field(() => Level, { nullable: true, description: 'For whom it is meant (レベル).' })
  level?: Level | null;
  @Field(() => [SessionInput], { description: 'Its meetings, 1 to 100 (各回の日程).' })
  sessions!: SessionInput[];
}

addRule(PublishCourseInput.prototype, 'title', z.string().trim().min(1).max(200));
addRule(PublishCourseInput.prototype, 'sessions', z.array(z.object({}).loose()).min(1).max(100));

/** What to change of a course. */
@InputType({ description: 'What to change of a course (講座の変更内容).' })
export class ChangeCourseInput extends RecordWriteInput {
  @Field(() => OpportunityDetails, { description: 'What is new (変更する事項).' })
  details!: OpportunityDetails;
  @Field(() => Level, { nullable: true, description: 'For whom it is meant (レベル).' })
  level?: Level | null;
}

/** Which course to cancel. */
@InputType({ description: 'Which course to cancel (中止する講座).' })
export class CancelCourseInput extends RecordWriteInput {}

/** Which course still holds. */
@InputType({ description: 'Which course still holds as it is written (確認する講座).' })
export class ConfirmCourseInput extends RecordWriteInput {}

import { OpportunityDetails } from '@manabi/kit/opportunity/opportunity.input';
import { addRule } from '@manabi/kit/rules';
import { DepartmentWriteInput, RecordWriteInput } from '@manabi/kit/write/write.input';
import { GraphQLDateTime } from 'graphql-scalars';
import { Field, ID, InputType } from 'type-graphql';
import { z } from 'zod';

import { SportsLevel } from './sports-class.entity.js';

/** One time of a class to be published. */
@InputType({ description: 'One time of a class (教室の一回).' })
export class ClassTimeInput {
  @Field(() => GraphQLDateTime, { description: 'Start (開始日時).' }) startsAt!: Date;
  @Field(() => GraphQLDateTime, { description: 'End (終了日時).' }) endsAt!: Date;
}

/** What must be said to publish a sports class. */
@InputType({ description: 'What must be said to publish a sports class (教室の掲載内容).' })
export class PublishSportsClassInput extends DepartmentWriteInput {
  @Field(() => String, { description: 'Name shown to residents (名称).' }) title!: string;
  @Field(() => OpportunityDetails, {
    nullable: true,
    description: 'What else is known of it (記載事項).',
  })
  details?: OpportunityDetails | null;
  @Field(() => SportsLevel, { nullable: true, description: 'For whom it is meant (レベル).' })
  level?: SportsLevel | null;
  @Field(() => ID, {
    nullable: true,
    description: 'The court; it is booked with the class (コート・体育室).',
  })
  courtId?: string | null;
  @Field(() => [ClassTimeInput], { description: 'When it takes place, 1 to 100 times (開催回).' })
  times!: ClassTimeInput[];
}

addRule(PublishSportsClassInput.prototype, 'title', z.string().trim().min(1).max(200));
addRule(PublishSportsClassInput.prototype, 'courtId', z.string().min(1).max(200).nullish());
addRule(PublishSportsClassInput.prototype, 'times', z.array(z.object({}).loose()).min(1).max(100));

/** What to change of a sports class. */
@InputType({ description: 'What to change of a sports class (教室の変更内容).' })
export class ChangeSportsClassInput extends RecordWriteInput {
  @Field(() => OpportunityDetails, { nullable: true, description: 'What is new (変更する事項).' })
  details?: OpportunityDetails | null;
  @Field(() => SportsLevel, { nullable: true, description: 'For whom it is meant (レベル).' })
  level?: SportsLevel | null;
}

/** Which sports class to cancel. */
@InputType({ description: 'Which sports class to cancel (中止する教室).' })
export class CancelSportsClassInput extends RecordWriteInput {}

/** Which sports class still holds. */
@InputType({ description: 'Which sports class still holds as it is written (確認する教室).' })
export class ConfirmSportsClassInput extends RecordWriteInput {}

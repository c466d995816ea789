import { addRule } from '@manabi/kit/rules';
import { RecordWriteInput } from '@manabi/kit/write/write.input';
import { GraphQLDateTime } from 'graphql-scalars';
import { Field, InputType, Int } from 'type-graphql';
import { z } from 'zod';

/** Which time of a class to cancel. */
@InputType({ description: 'Which time of a class to call off (中止する回).' })
export class CancelClassTimeInput extends RecordWriteInput {
  @Field(() => Int, { description: 'The number of the time, see "SportsClass.times" (回).' })
  number!: number;

  @Field(() => String, {
    nullable: true,
    description: 'What people should know of it; residents read it (お知らせ).',
  })
  notice?: string | null;
}

addRule(CancelClassTimeInput.prototype, 'number', z.int().min(1));
addRule(CancelClassTimeInput.prototype, 'notice', z.string().trim().min(1).max(500).nullish());

/** When one time of a class is to take place instead. */
@InputType({ description: 'When one time of a class takes place instead (回の変更内容).' })
export class ChangeClassTimeInput extends CancelClassTimeInput {
  @Field(() => GraphQLDateTime, { description: 'New start (開始日時).' }) startsAt!: Date;
  @Field(() => GraphQLDateTime, { description: 'New end (終了日時).' }) endsAt!: Date;
}

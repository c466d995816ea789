import { addRule } from '@manabi/kit/rules';
import { RecordWriteInput } from '@manabi/kit/write/write.input';
import { GraphQLDateTime } from 'graphql-scalars';
import { Field, ID, InputType } from 'type-graphql';
import { z } from 'zod';

/** What people are told of a meeting that changes or is cancelled. */
@InputType()
abstract class SessionWriteInput extends RecordWriteInput {
  @Field(() => String, {
    nullable: true,
    description: 'What people should know of it; residents read it (お知らせ).',
  })
  notice?: string | null;
}

addRule(SessionWriteInput.prototype, 'notice', z.string().trim().min(1).max(500).nullish());

/** Which meeting to cancel. */
@InputType({ description: 'Which meeting of a course to cancel (中止する回).' })
export class CancelSessionInput extends SessionWriteInput {}

/** What to change of one meeting; what is left out stays. */
@InputType({
  description: 'What to change of one meeting; what is left out stays as it is (回の変更内容).',
})
export class ChangeSessionInput extends SessionWriteInput {
  @Field(() => GraphQLDateTime, {
    nullable: true,
    description: 'New start; without "endsAt" it lasts as long as before (開始日時).',
  })
  startsAt?: Date | null;

  @Field(() => GraphQLDateTime, { nullable: true, description: 'New end (終了日時).' })
  endsAt?: Date | null;

  @Field(() => ID, {
    nullable: true,
    description: 'Another room of a community centre; it is booked, the former is free (学習室).',
  })
  roomId?: string | null;

  @Field(() => String, { nullable: true, description: 'What it is about (各回のテーマ).' })
  topic?: string | null;
}

addRule(ChangeSessionInput.prototype, 'roomId', z.string().min(1).max(200).nullish());
addRule(ChangeSessionInput.prototype, 'topic', z.string().min(1).max(200).nullish());

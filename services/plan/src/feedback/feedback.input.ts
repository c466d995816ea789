import { addRule } from '@manabi/kit/rules';
import { RecordWriteInput, WriteInput } from '@manabi/kit/write/write.input';
import { Directive, Field, ID, InputType, Int } from 'type-graphql';
import { z } from 'zod';

/** Of what something is said: exactly one. */
@InputType({ description: 'Of what something is said: exactly one (感想・評価の対象).' })
@Directive('@oneOf')
export class FeedbackSubject {
  @Field(() => ID, {
    nullable: true,
    description: 'Something that was offered (学習機会の識別子).',
  })
  opportunity?: string | null;

  @Field(() => ID, { nullable: true, description: 'A facility (施設コード).' })
  facility?: string | null;

  @Field(() => ID, { nullable: true, description: 'Somebody who teaches (講師の識別子).' })
  instructor?: string | null;
}

/** What a learner says. */
@InputType({ description: 'What a learner says; name nobody in it (感想・評価の内容).' })
export class GiveFeedbackInput extends WriteInput {
  @Field(() => FeedbackSubject, { description: 'Of what (対象).' })
  about!: FeedbackSubject;

  @Field(() => Int, { description: 'From 1, poor, to 5, good (評価).' })
  rating!: number;

  @Field(() => String, { nullable: true, description: 'What was good (良かった点).' })
  liked?: string | null;

  @Field(() => String, { nullable: true, description: 'What is to change (変えてほしい点).' })
  wished?: string | null;
}

const said = z.string().trim().min(1).max(1_000).nullish();
addRule(GiveFeedbackInput.prototype, 'rating', z.int().min(1).max(5));
addRule(GiveFeedbackInput.prototype, 'liked', said);
addRule(GiveFeedbackInput.prototype, 'wished', said);

/** What the provider answers. */
@InputType({ description: 'What the provider answers, for everybody to read (回答の内容).' })
export class AnswerFeedbackInput extends RecordWriteInput {
  @Field(() => String, { description: 'The answer (回答).' })
  answer!: string;

  @Field(() => String, { nullable: true, description: 'What was changed (改善したこと).' })
  changed?: string | null;
}

addRule(AnswerFeedbackInput.prototype, 'answer', z.string().trim().min(1).max(2_000));
addRule(AnswerFeedbackInput.prototype, 'changed', z.string().trim().min(1).max(2_000).nullish());

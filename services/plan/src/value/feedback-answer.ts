import { answerUnion } from '@manabi/kit/write/answer-union';
import { ChangedMeanwhile, RecordUnknown } from '@manabi/kit/write/refusal';
import { Field, ObjectType } from 'type-graphql';

import { Feedback } from '../feedback/feedback.entity.js';
import {
  NotYetBegun,
  FeedbackSubjectUnknown,
  TextNamesSomebody,
} from '../feedback/feedback.errors.js';

/** What a learner said is kept. */
@ObjectType({ description: 'What was said is kept (受付済み).' })
export class FeedbackGiven {
  readonly __typename!: 'FeedbackGiven';

  @Field(() => Feedback, { nullable: true, description: 'It (感想・評価).', simple: true })
  feedback!: Feedback | null;
}

/** The provider's answer stands. */
@ObjectType({ description: 'The answer stands, for everybody to read (回答済み).' })
export class FeedbackAnswered {
  readonly __typename!: 'FeedbackAnswered';

  @Field(() => Feedback, {
    nullable: true,
    description: 'It, with its answer (感想・評価).',
    simple: true,
  })
  feedback!: Feedback | null;
}

/** What "giveFeedback" answers. */
export const GiveFeedbackAnswer = answerUnion({
  name: 'GiveFeedbackAnswer',
  description: 'It is kept, or why not and what to do (感想・評価の受付結果).',
  types: () => [FeedbackGiven, FeedbackSubjectUnknown, NotYetBegun, TextNamesSomebody] as const,
});

export type GiveFeedbackAnswer = typeof GiveFeedbackAnswer;

/** What "answerFeedback" answers. */
export const AnswerFeedbackAnswer = answerUnion({
  name: 'AnswerFeedbackAnswer',
  description: 'It is answered, or why not and what to do (回答の結果).',
  types: () => [FeedbackAnswered, TextNamesSomebody, RecordUnknown, ChangedMeanwhile] as const,
});

export type AnswerFeedbackAnswer = typeof AnswerFeedbackAnswer;

import type { Context } from '@manabi/kit/context';
import { changeRecord } from '@manabi/kit/write/record.write';
import { Written, writeOnce } from '@manabi/kit/write/write-once';
import { Arg, Ctx, Directive, Mutation, Resolver } from 'type-graphql';

import { AnswerFeedbackAnswer, GiveFeedbackAnswer } from '../value/feedback-answer.js';
import { Feedback } from './feedback.entity.js';
import { textNamesSomebody } from './feedback.errors.js';
import { AnswerFeedbackInput, GiveFeedbackInput } from './feedback.input.js';
import { feedbackById } from './feedback.loader.js';
import { saysHowToReach } from './feedback.rules.js';
import { giveFeedback } from './give-feedback.repository.js';

/** Takes in what learners say, and what providers answer. */
@Resolver(() => Feedback)
export class FeedbackWriteResolver {
  @Directive('@authenticated')
  @Mutation(() => GiveFeedbackAnswer, {
    nullable: true,
    description:
      'Says something of an opportunity, a facility or an instructor (感想・評価を送る).',
  })
  async giveFeedback(
    @Arg('input', () => GiveFeedbackInput, { description: 'What is said (内容).' })
    input: GiveFeedbackInput,
    @Ctx() context: Context,
  ): Promise<GiveFeedbackAnswer> {
    const answer = await writeOnce(context, { verb: 'giveFeedback', input }, (em) =>
      giveFeedback(em, input, context),
    );
    if (!(answer instanceof Written)) return answer;
    const feedback = await context.loaders.of(feedbackById).load(answer.id);
    return { __typename: 'FeedbackGiven', feedback };
  }

  @Directive('@requiresScopes(scopes: [["feedback.answer"]])')
  @Mutation(() => AnswerFeedbackAnswer, {
    nullable: true,
    description: 'Answers what a learner said, for everybody to read (感想・評価に回答する).',
  })
  async answerFeedback(
    @Arg('input', () => AnswerFeedbackInput, { description: 'What is answered (内容).' })
    input: AnswerFeedbackInput,
    @Ctx() context: Context,
  ): Promise<AnswerFeedbackAnswer> {
    const { id, revision, reason, answer: words, changed } = input;
    const act = { verb: 'answerFeedback', reason, caller: context.caller };
    const answer = await writeOnce(context, { verb: 'answerFeedback', input }, (em) =>
      changeRecord(
        em,
        { type: Feedback, id, revision },
        {
          act,
          decide: () =>
            [words, changed ?? ''].some(saysHowToReach)
              ? textNamesSomebody()
              : {
                  answer: { ja: words },
                  changed: changed == null ? null : { ja: changed },
                  answeredAt: context.now,
                },
        },
      ),
    );
    if (!(answer instanceof Written)) return answer;
    const feedback = await context.loaders.of(feedbackById).load(id);
    return { __typename: 'FeedbackAnswered', feedback };
  }
}

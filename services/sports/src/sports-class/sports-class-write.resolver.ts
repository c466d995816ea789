import type { Context } from '@manabi/kit/context';
import { revisionField } from '@manabi/kit/write/revision.resolver';
import { Written, writeOnce } from '@manabi/kit/write/write-once';
import { writingOf } from '@manabi/kit/write/writing';
import { Arg, Ctx, Directive, Mutation, Resolver } from 'type-graphql';

import { courtRefused } from '../court-slot/court-slot.errors.js';
import {
  CancelSportsClassAnswer,
  ChangeSportsClassAnswer,
  PublishSportsClassAnswer,
  type SportsClassWritten,
} from '../value/sports-class-answer.js';
import { SportsClass } from './sports-class.entity.js';
import { sportsClassById } from './sports-class.loader.js';
import {
  CancelSportsClassInput,
  ChangeSportsClassInput,
  ConfirmSportsClassInput,
  PublishSportsClassInput,
} from './sports-class-write.input.js';
import * as writes from './sports-class-write.repository.js';

const mayWrite = '@requiresScopes(scopes: [["sports.write"]])';

/** Publishes, changes, confirms and cancels classes for the department. */
@Resolver(() => SportsClass)
export class SportsClassWriteResolver extends revisionField(SportsClass) {
  @Directive(mayWrite)
  @Mutation(() => PublishSportsClassAnswer, {
    nullable: true,
    description: 'Publishes a class and books its court (教室の掲載).',
  })
  async publishSportsClass(
    @Arg('input', () => PublishSportsClassInput, { description: 'What to publish (掲載内容).' })
    input: PublishSportsClassInput,
    @Ctx() context: Context,
  ): Promise<PublishSportsClassAnswer> {
    const answer = await writeOnce(context, { verb: 'publishSportsClass', input }, (em) =>
      writes.publishSportsClass(em, input, writingOf('publishSportsClass', input, context)),
    );
    if (answer instanceof Written) return classWritten(answer, context);
    return 'kind' in answer ? courtRefused(answer) : answer;
  }

  @Directive(mayWrite)
  @Mutation(() => ChangeSportsClassAnswer, {
    nullable: true,
    description: 'Changes what is said of a class (教室の変更).',
  })
  async changeSportsClass(
    @Arg('input', () => ChangeSportsClassInput, { description: 'What to change (変更内容).' })
    input: ChangeSportsClassInput,
    @Ctx() context: Context,
  ): Promise<ChangeSportsClassAnswer> {
    const answer = await writeOnce(context, { verb: 'changeSportsClass', input }, (em) =>
      writes.changeSportsClass(em, input, writingOf('changeSportsClass', input, context)),
    );
    return answer instanceof Written ? classWritten(answer, context) : answer;
  }

  @Directive(mayWrite)
  @Mutation(() => ChangeSportsClassAnswer, {
    nullable: true,
    description: 'Says that a class still holds as it is written (掲載内容の確認).',
  })
  async confirmSportsClass(
    @Arg('input', () => ConfirmSportsClassInput, { description: 'Which (確認する教室).' })
    input: ConfirmSportsClassInput,
    @Ctx() context: Context,
  ): Promise<ChangeSportsClassAnswer> {
    const answer = await writeOnce(context, { verb: 'confirmSportsClass', input }, (em) =>
      writes.confirmSportsClass(em, input, writingOf('confirmSportsClass', input, context)),
    );
    return answer instanceof Written ? classWritten(answer, context) : answer;
  }

  @Directive(mayWrite)
  @Mutation(() => CancelSportsClassAnswer, {
    nullable: true,
    description: 'Cancels a class and gives back its court for the times to come (教室の中止).',
  })
  async cancelSportsClass(
    @Arg('input', () => CancelSportsClassInput, { description: 'Which (中止する教室).' })
    input: CancelSportsClassInput,
    @Ctx() context: Context,
  ): Promise<CancelSportsClassAnswer> {
    const answer = await writeOnce(context, { verb: 'cancelSportsClass', input }, (em) =>
      writes.cancelSportsClass(em, input, writingOf('cancelSportsClass', input, context)),
    );
    return answer instanceof Written ? classWritten(answer, context) : answer;
  }
}

async function classWritten({ id }: Written, { loaders }: Context): Promise<SportsClassWritten> {
  const sportsClass = await loaders.of(sportsClassById).load(id);
  return { __typename: 'SportsClassWritten', sportsClass };
}

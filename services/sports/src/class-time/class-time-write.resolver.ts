import type { Context } from '@manabi/kit/context';
import { Written, writeOnce } from '@manabi/kit/write/write-once';
import { writingOf } from '@manabi/kit/write/writing';
import { Arg, Ctx, Directive, Mutation, Resolver } from 'type-graphql';

import { sportsClassById } from '../sports-class/sports-class.loader.js';
import { CancelClassTimeAnswer, ChangeClassTimeAnswer } from '../value/class-time-answer.js';
import type { SportsClassWritten } from '../value/sports-class-answer.js';
import { CancelClassTimeInput, ChangeClassTimeInput } from './class-time-write.input.js';
import { cancelClassTime, changeClassTime } from './class-time-write.repository.js';

const mayWrite = '@requiresScopes(scopes: [["sports.write"]])';

/** Changes and calls off single times of classes for the department. */
@Resolver()
export class ClassTimeWriteResolver {
  @Directive(mayWrite)
  @Mutation(() => CancelClassTimeAnswer, {
    nullable: true,
    description: 'Calls off one time of a class and gives back its court (教室の一回の中止).',
  })
  async cancelClassTime(
    @Arg('input', () => CancelClassTimeInput, { description: 'Which (中止する回).' })
    input: CancelClassTimeInput,
    @Ctx() context: Context,
  ): Promise<CancelClassTimeAnswer> {
    const answer = await writeOnce(context, { verb: 'cancelClassTime', input }, (em) =>
      cancelClassTime(em, input, writingOf('cancelClassTime', input, context)),
    );
    return answer instanceof Written ? classWritten(answer, context) : answer;
  }

  @Directive(mayWrite)
  @Mutation(() => ChangeClassTimeAnswer, {
    nullable: true,
    description:
      'Moves one time of a class: its court is booked then, and free at the former time (教室の一回の変更).',
  })
  async changeClassTime(
    @Arg('input', () => ChangeClassTimeInput, { description: 'What to change (変更内容).' })
    input: ChangeClassTimeInput,
    @Ctx() context: Context,
  ): Promise<ChangeClassTimeAnswer> {
    const answer = await writeOnce(context, { verb: 'changeClassTime', input }, (em) =>
      changeClassTime(em, input, writingOf('changeClassTime', input, context)),
    );
    return answer instanceof Written ? classWritten(answer, context) : answer;
  }
}

async function classWritten({ id }: Written, { loaders }: Context): Promise<SportsClassWritten> {
  const sportsClass = await loaders.of(sportsClassById).load(id);
  return { __typename: 'SportsClassWritten', sportsClass };
}

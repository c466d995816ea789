import type { Context } from '@manabi/kit/context';
import { revisionField } from '@manabi/kit/write/revision.resolver';
import { Written, writeOnce } from '@manabi/kit/write/write-once';
import { writingOf } from '@manabi/kit/write/writing';
import { Arg, Ctx, Directive, Mutation, Resolver } from 'type-graphql';

import {
  CancelSessionAnswer,
  ChangeSessionAnswer,
  type SessionWritten,
} from '../value/session-answer.js';
import { Session } from './session.entity.js';
import { sessionById } from './session.loader.js';
import { CancelSessionInput, ChangeSessionInput } from './session-write.input.js';
import { cancelSession, changeSession } from './session-write.repository.js';

const mayWrite = '@requiresScopes(scopes: [["kominkan.write"]])';

/** Changes and cancels single meetings for the department. */
@Resolver(() => Session)
export class SessionWriteResolver extends revisionField(Session) {
  @Directive(mayWrite)
  @Mutation(() => CancelSessionAnswer, {
    nullable: true,
    description: 'Cancels one meeting of a course and gives its room back (一回の中止).',
  })
  async cancelSession(
    @Arg('input', () => CancelSessionInput, { description: 'Which (中止する回).' })
    input: CancelSessionInput,
    @Ctx() context: Context,
  ): Promise<CancelSessionAnswer> {
    const answer = await writeOnce(context, { verb: 'cancelSession', input }, (em) =>
      cancelSession(em, input, writingOf('cancelSession', input, context)),
    );
    return answer instanceof Written ? sessionWritten(answer, context) : answer;
  }

  @Directive(mayWrite)
  @Mutation(() => ChangeSessionAnswer, {
    nullable: true,
    description:
      'Changes when and where one meeting of a course takes place: the new room is booked, the former given back (一回の変更).',
  })
  async changeSession(
    @Arg('input', () => ChangeSessionInput, { description: 'What to change (変更内容).' })
    input: ChangeSessionInput,
    @Ctx() context: Context,
  ): Promise<ChangeSessionAnswer> {
    const answer = await writeOnce(context, { verb: 'changeSession', input }, (em) =>
      changeSession(em, input, writingOf('changeSession', input, context)),
    );
    return answer instanceof Written ? sessionWritten(answer, context) : answer;
  }
}

async function sessionWritten({ id }: Written, { loaders }: Context): Promise<SessionWritten> {
  return { __typename: 'SessionWritten', session: await loaders.of(sessionById).load(id) };
}

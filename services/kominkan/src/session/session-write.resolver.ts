import type { Context } from '@manabi/kit/context';
import { revisionField } from '@manabi/kit/write/revision.resolver';
import { Written, writeOnce } from '@manabi/kit/write/write-once';
import { writingOf } from '@manabi/kit/write/writing';
import { Arg, Ctx, Directive, Mutation, Resolver } from 'type-graphql';

import { CancelSessionInput } from '../course/course-write.input.js';
import { cancelSession } from '../course/course-write.repository.js';
import { CancelSessionAnswer } from '../value/course-answer.js';
import { Session } from './session.entity.js';
import { sessionById } from './session.loader.js';

/** Cancels meetings for the department. */
@Resolver(() => Session)
export class SessionWriteResolver extends revisionField(Session) {
  @Directive('@requiresScopes(scopes: [["kominkan.write"]])')
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
    if (!(answer instanceof Written)) return answer;
    const session = await context.loaders.of(sessionById).load(answer.id);
    return { __typename: 'SessionWritten', session };
  }
}

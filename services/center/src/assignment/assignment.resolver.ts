import type { Context } from '@manabi/kit/context';
import { opaqueId } from '@manabi/kit/opaque-id';
import { addRecord } from '@manabi/kit/write/record.write';
import { recordUnknown } from '@manabi/kit/write/refusal.words';
import { Written, writeOnce } from '@manabi/kit/write/write-once';
import { Arg, Ctx, Directive, Mutation, Resolver } from 'type-graphql';

import { experienceSessionById } from '../experience-session/experience-session.loader.js';
import { experienceSessionsByIds } from '../experience-session/experience-session.repository.js';
import { peopleByIds } from '../person/person.repository.js';
import { SupporterAnswer } from '../value/assign-answer.js';
import { Assignment } from './assignment.entity.js';
import { supportNotPossible, supporterTaken } from './assignment.errors.js';
import { SupporterInput } from './assignment.input.js';
import { promisesOf } from './assignment.repository.js';

type Em = Context['em'];

/** Promises people of the talent bank to times of programmes; nobody to two at once. */
@Resolver()
export class AssignmentResolver {
  @Directive('@requiresScopes(scopes: [["supporter.assign"]])')
  @Mutation(() => SupporterAnswer, {
    nullable: true,
    description:
      'Promises a person to a time of a programme; refused when the person is promised elsewhere then (支援者の割当て).',
  })
  assignSupporter(
    @Arg('input', () => SupporterInput, { description: 'Who and to what (割当ての内容).' })
    input: SupporterInput,
    @Ctx() context: Context,
  ): Promise<SupporterAnswer> {
    return change(context, { verb: 'assignSupporter', input }, (em) => assign(em, input, context));
  }

  @Directive('@requiresScopes(scopes: [["supporter.assign"]])')
  @Mutation(() => SupporterAnswer, {
    nullable: true,
    description: 'Releases a person from a time of a programme (支援者の割当て解除).',
  })
  releaseSupporter(
    @Arg('input', () => SupporterInput, { description: 'Who and from what (解除の内容).' })
    input: SupporterInput,
    @Ctx() context: Context,
  ): Promise<SupporterAnswer> {
    return change(context, { verb: 'releaseSupporter', input }, async (em) => {
      const { sessionId, personId } = input;
      const promise = await em.findOne(Assignment, { sessionId, personId, releasedAt: null });
      if (!promise) return recordUnknown();
      promise.releasedAt = context.now;
      await em.flush();
      return new Written(sessionId);
    });
  }
}

type Refused = Exclude<SupporterAnswer, { __typename: 'SupportersChanged' }>;

async function change(
  context: Context,
  request: { verb: string; input: SupporterInput },
  work: (em: Em) => Promise<Written | Refused>,
): Promise<SupporterAnswer> {
  const answer = await writeOnce(context, request, work);
  if (!(answer instanceof Written)) return answer;
  const session = await context.loaders.of(experienceSessionById).load(answer.id);
  return { __typename: 'SupportersChanged', session };
}

async function assign(
  em: Em,
  { sessionId, personId, reason }: SupporterInput,
  { now, caller }: Context,
): Promise<Written | Refused> {
  const [session] = await experienceSessionsByIds(em, [sessionId]);
  const [person] = await peopleByIds(em, [personId]);
  if (!session || !person) return recordUnknown();
  if (person.withdrawnAt || session.cancelledAt || session.withdrawnAt || session.endsAt <= now)
    return supportNotPossible();
  const [promise] = await promisesOf(em, personId, session);
  if (promise?.sessionId === sessionId) return new Written(sessionId);
  if (promise) {
    const [takenBy = session] = await experienceSessionsByIds(em, [promise.sessionId]);
    return supporterTaken(takenBy);
  }
  const row = Object.assign(new Assignment(), {
    id: opaqueId('assignment', sessionId, personId, now.toISOString()),
    personId,
    sessionId,
    startsAt: session.startsAt,
    endsAt: session.endsAt,
  });
  await addRecord(em, row, { verb: 'assignSupporter', reason, caller });
  return new Written(sessionId);
}

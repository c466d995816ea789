import type { Context } from '@manabi/kit/context';
import { addRecord, changeRecord } from '@manabi/kit/write/record.write';
import { revisionField } from '@manabi/kit/write/revision.resolver';
import { Written, writeOnce } from '@manabi/kit/write/write-once';
import { Arg, Ctx, Directive, Mutation, Resolver } from 'type-graphql';

import { closureFrom } from './close-facility.repository.js';
import { CloseFacilityAnswer, ReopenFacilityAnswer } from './close-facility-answer.entity.js';
import { Closure } from './closure.entity.js';
import { closureOver, closureTimeWrong } from './closure.errors.js';
import { CloseFacilityInput, ReopenFacilityInput } from './closure.input.js';
import { closureById } from './closure.loader.js';
import { endOf } from './closure.rules.js';

/** Closes houses and opens them again. */
@Resolver(() => Closure)
export class CloseFacilityResolver extends revisionField(Closure) {
  @Directive('@requiresScopes(scopes: [["facility.close"]])')
  @Mutation(() => CloseFacilityAnswer, {
    nullable: true,
    description:
      'Closes a house or rooms of it for a time; what it hits is in "Closure.affected" (臨時休館の登録).',
  })
  async closeFacility(
    @Arg('input', () => CloseFacilityInput, { description: 'What to close (休館の内容).' })
    input: CloseFacilityInput,
    @Ctx() context: Context,
  ): Promise<CloseFacilityAnswer> {
    if (input.endsAt && input.endsAt <= input.startsAt) return closureTimeWrong();
    const { caller, now } = context;
    const act = { verb: 'closeFacility', reason: input.reason, caller };
    const answer = await writeOnce(context, { verb: 'closeFacility', input }, async (em) => {
      const closure = await closureFrom(em, input, now);
      return closure instanceof Closure ? addRecord(em, closure, act) : closure;
    });
    if (!(answer instanceof Written)) return answer;
    const closure = await context.loaders.of(closureById).load(answer.id);
    return { __typename: 'FacilityClosed', closure };
  }

  @Directive('@requiresScopes(scopes: [["facility.close"]])')
  @Mutation(() => ReopenFacilityAnswer, {
    nullable: true,
    description: 'Ends a closure before its time, or takes it back (臨時休館の解除).',
  })
  async reopenFacility(
    @Arg('input', () => ReopenFacilityInput, { description: 'Which closure (解除の内容).' })
    input: ReopenFacilityInput,
    @Ctx() context: Context,
  ): Promise<ReopenFacilityAnswer> {
    const { id, revision, reason } = input;
    const { caller, now } = context;
    const answer = await writeOnce(context, { verb: 'reopenFacility', input }, (em) =>
      changeRecord(
        em,
        { type: Closure, id, revision },
        {
          act: { verb: 'reopenFacility', reason, caller },
          decide: (closure) => (isOver(closure, now) ? closureOver() : { liftedAt: now }),
        },
      ),
    );
    if (!(answer instanceof Written)) return answer;
    const closure = await context.loaders.of(closureById).load(answer.id);
    return { __typename: 'FacilityReopened', closure };
  }
}

function isOver(closure: Closure, now: Date): boolean {
  const end = endOf(closure);
  return closure.liftedAt != null || (end !== null && end <= now);
}

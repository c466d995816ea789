import { randomUUID } from 'node:crypto';

import type { Context } from '@manabi/kit/context';
import { TextOrigin } from '@manabi/kit/value/local-text';
import { addRecord, changeRecord } from '@manabi/kit/write/record.write';
import { revisionField } from '@manabi/kit/write/revision.resolver';
import { Written, writeOnce } from '@manabi/kit/write/write-once';
import type { EntityManager } from '@mikro-orm/postgresql';
import { Arg, Ctx, Directive, Mutation, Resolver } from 'type-graphql';

import { Facility } from '../facility/facility.entity.js';
import type { FacilityUnknown } from '../value/decide-venue-answer.js';
import { facilityUnknown } from '../venue-match/venue-match.errors.js';
import { CloseFacilityAnswer, ReopenFacilityAnswer } from './close-facility.answer.js';
import { Closure } from './closure.entity.js';
import { closedAlready, closureOver, closureTimeWrong, roomsUnknown } from './closure.errors.js';
import { CloseFacilityInput, ReopenFacilityInput } from './closure.input.js';
import { closureById } from './closure.loader.js';
import { standingAgainst } from './closure.repository.js';
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

type Refused = FacilityUnknown | ReturnType<typeof roomsUnknown> | ReturnType<typeof closedAlready>;

/** The closure that is asked for, unless its house or rooms are unknown or closed then already; the house is locked. */
async function closureFrom(
  em: EntityManager,
  input: CloseFacilityInput,
  now: Date,
): Promise<Closure | Refused> {
  const { facilityCode, startsAt, endsAt } = input;
  await em.execute('select from facility where code = ? for update', [facilityCode]);
  const facility = await em.findOne(Facility, { code: facilityCode });
  if (!facility || facility.withdrawnAt) return facilityUnknown(facilityCode);
  const roomIds = [...new Set(input.roomIds ?? [])];
  const known = new Set((facility.rooms ?? []).map(({ id }) => id));
  if (roomIds.some((id) => !known.has(id))) return roomsUnknown(roomIds);
  const closure = Object.assign(new Closure(), {
    id: randomUUID(),
    facilityCode,
    roomIds,
    startsAt,
    endsAt: endsAt ?? null,
    liftedAt: null,
    announcedAt: now,
    reason: {
      ja: input.notice,
      ...(input.noticePlain && { plain: { text: input.noticePlain, origin: TextOrigin.HUMAN } }),
    },
    provenance: { department: facility.departmentCode ?? 'center', asOf: now, sample: false },
  });
  const [other] = await standingAgainst(em, closure);
  return other ? closedAlready(other) : closure;
}

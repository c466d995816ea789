import { randomUUID } from 'node:crypto';

import { TextOrigin } from '@manabi/kit/value/local-text';
import type { EntityManager } from '@mikro-orm/postgresql';

import { Facility } from '../facility/facility.entity.js';
import type { FacilityUnknown } from '../value/decide-venue-answer.js';
import { facilityUnknown } from '../venue-match/venue-match.errors.js';
import { Closure } from './closure.entity.js';
import { closedAlready, roomsUnknown } from './closure.errors.js';
import type { CloseFacilityInput } from './closure.input.js';
import { standingAgainst } from './closure.repository.js';

type Refused = FacilityUnknown | ReturnType<typeof roomsUnknown> | ReturnType<typeof closedAlready>;

/** The closure that is asked for, unless its house or rooms are unknown or closed then already; the house is locked. */
export async function closureFrom(
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

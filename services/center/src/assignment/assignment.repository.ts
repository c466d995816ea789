import type { EntityManager } from '@mikro-orm/postgresql';

import { Assignment } from './assignment.entity.js';

/** The promises of a person that overlap a stretch of time. Others who promise the same person wait until this ends. */
export async function promisesOf(
  em: EntityManager,
  personId: string,
  { startsAt, endsAt }: { readonly startsAt: Date; readonly endsAt: Date },
): Promise<Assignment[]> {
  await em.execute(`select pg_advisory_xact_lock(hashtext('assignment'), hashtext(?))`, [personId]);
  return em.find(
    Assignment,
    { personId, releasedAt: null, startsAt: { $lt: endsAt }, endsAt: { $gt: startsAt } },
    { orderBy: { startsAt: 'asc' } },
  );
}

import type { EntityManager } from '@mikro-orm/postgresql';

import type { RegistrationStatus } from '../value/registration-kind.js';
import { Registration } from './registration.entity.js';

/** Those with these ids, in no order; ids that nobody has are left out. */
export function registrationsByIds(
  em: EntityManager,
  ids: readonly string[],
): Promise<Registration[]> {
  return em.find(Registration, { id: { $in: [...ids] } });
}

/** Registrations that stand so, in the order of their ids. */
export function registrationsAfter(
  em: EntityManager,
  status: RegistrationStatus,
  { limit, after }: { limit: number; after: string | null },
): Promise<Registration[]> {
  return em.find(
    Registration,
    { status, ...(after !== null && { id: { $gt: after } }) },
    { orderBy: { id: 'asc' }, limit },
  );
}

/** Whether an account has a registration of a kind that waits, or a person of the bank; others of its wait behind the lock. */
export async function hasRegistered(
  em: EntityManager,
  account: string,
  kind: string,
): Promise<boolean> {
  await em.execute(`select pg_advisory_xact_lock(hashtext('registration'), hashtext(?))`, [
    account,
  ]);
  const [row] = await em.execute<{ found: boolean }[]>(
    `select exists (select from registration where account = ? and kind = ? and status = 'WAITING')
       or ? = 'PERSON' and exists (select from person where account = ? and withdrawn_at is null) as found`,
    [account, kind, kind, account],
  );
  return row?.found ?? false;
}

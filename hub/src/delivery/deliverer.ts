import type { Identity } from '@manabi/gateway/identity/identity';

import { DeliveryRefused, notDelivering, unauthenticated } from './delivery-refused.js';

/** The scope by which a system delivers for a department and reads its reports: `deliveries.kominkan`. */
const scopeBegin = 'deliveries.';

/**
 * The departments for which the caller of a request may deliver, by its token. Throws a DeliveryRefused for who shows none or has none, and
 * the gateway's refusal for a token that is not accepted.
 */
export async function departmentsOf(
  identity: Identity,
  rawHeaders: readonly string[],
): Promise<readonly string[]> {
  const { caller } = await identity.identify(rawHeaders);
  if (caller.role === 'anonymous') throw unauthenticated();
  const departments =
    caller.role === 'department'
      ? caller.scopes
          .filter((scope) => scope.startsWith(scopeBegin))
          .map((scope) => scope.slice(scopeBegin.length))
      : [];
  if (departments.length === 0) throw notDelivering();
  return departments;
}

/** The one department that a request is about: the one it names, or the only one there is. Throws a DeliveryRefused. */
export function theDepartment(departments: readonly string[], named: string | null): string {
  const [only, ...others] =
    named === null ? departments : departments.filter((name) => name === named);
  if (only === undefined) throw notDelivering();
  if (others.length === 0) return only;
  throw new DeliveryRefused(
    'BAD_PARAMETER',
    `Say for which department: ?department=${departments.join(' or ?department=')}.`,
    { status: 400 },
  );
}

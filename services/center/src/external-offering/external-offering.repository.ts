import { readByKeys } from '@manabi/kit/read-rows';
import type { EntityManager } from '@mikro-orm/postgresql';

import { ExternalOffering } from './external-offering.entity.js';

/** Those with these ids, in no order; ids that nobody has are left out. */
export function externalOfferingsByIds(
  em: EntityManager,
  ids: readonly string[],
): Promise<ExternalOffering[]> {
  return readByKeys(em, ExternalOffering, ['id', ids]);
}

import type { EntityDictionary } from '@mikro-orm/core';
import type { EntityManager } from '@mikro-orm/postgresql';

import { aboutValues, isAbout } from '../subject/subject.search.js';
import type { PageAfter } from '../value/page-after.js';
import { ExternalOffering } from './external-offering.entity.js';
import type { ExternalOfferingFilter } from './external-offering.input.js';

/** Outside offerings that fit, were not withdrawn and are not over at a moment, in the order of their ids: one query. */
export async function externalOfferingsAfter(
  em: EntityManager,
  { providerKind, atOwnResponsibility, subject, at }: ExternalOfferingFilter & { at: Date },
  { limit, after }: PageAfter,
): Promise<ExternalOffering[]> {
  const conditions = ['o.withdrawn_at is null', '(o.ends_at is null or o.ends_at > ?)'];
  const values: unknown[] = [at];
  const add = (sql: string, ...given: readonly unknown[]) => {
    conditions.push(sql);
    values.push(...given);
  };
  if (providerKind != null) add('o.provider_kind = ?', providerKind);
  if (atOwnResponsibility != null) add('o.at_own_responsibility = ?', atOwnResponsibility);
  if (subject) add(isAbout('o'), ...aboutValues(subject));
  if (after !== null) add('o.id > ?', after);
  const rows = await em.execute<EntityDictionary<ExternalOffering>[]>(
    `select o.* from external_offering o where ${conditions.join(' and ')} order by o.id limit ?`,
    [...values, limit],
  );
  return rows.map((row) => em.map(ExternalOffering, row));
}

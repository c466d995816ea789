import { readByKeys, readRows } from '@manabi/kit/read-rows';
import type { EntityManager } from '@mikro-orm/postgresql';

import { Area } from '../area/area.entity.js';
import type { PageAfter } from '../value/page-after.js';
import { Facility } from './facility.entity.js';
import type { FacilityFilter } from './facility.input.js';

/** The facilities with these codes, in no order; codes that nobody has are left out. */
export function facilitiesByCodes(
  em: EntityManager,
  codes: readonly string[],
): Promise<Facility[]> {
  return readByKeys(em, Facility, ['code', codes]);
}

/** What tells where a facility is and what it is called. */
const whereabouts: readonly string[] = ['code', 'name', 'address', 'point', 'areaCode'];

/** The same with nothing but where they are and what they are called. */
export function placesByCodes(em: EntityManager, codes: readonly string[]): Promise<Facility[]> {
  if (codes.length === 0) return Promise.resolve([]);
  return readRows(em, Facility, {
    where: 'code = any(array[?]::text[])',
    values: [codes],
    only: whereabouts,
  });
}

/** Facilities that fit, in the order of their codes. */
export async function facilitiesAfter(
  em: EntityManager,
  filter: FacilityFilter,
  { limit, after }: PageAfter,
): Promise<Facility[]> {
  const blocks = await blocksOf(em, filter.schoolDistrictCode ?? null);
  return em.find(
    Facility,
    {
      $and: [
        after === null ? {} : { code: { $gt: after } },
        filter.withWithdrawn ? {} : { withdrawnAt: null },
        filter.type == null ? {} : { type: filter.type },
        filter.status == null ? {} : { status: filter.status },
        filter.areaCode == null ? {} : { areaCode: filter.areaCode },
        blocks === null ? {} : { areaCode: { $in: blocks } },
      ],
    },
    { orderBy: { code: 'asc' }, limit },
  );
}

/** Codes of the town blocks of a school district; null when none is asked for. */
async function blocksOf(em: EntityManager, district: string | null): Promise<string[] | null> {
  if (district === null) return null;
  const blocks = await em.find(Area, { schoolDistrictCode: district });
  return blocks.map(({ code }) => code);
}

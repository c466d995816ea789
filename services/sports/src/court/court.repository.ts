import type { PageArguments } from '@manabi/kit/connection/page-arguments';
import { searchRooms } from '@manabi/kit/slot/room.search';
import { readByKeys, readRows } from '@manabi/kit/read-rows';
import type { EntityManager } from '@mikro-orm/postgresql';

import { courtSlots } from '../court-slot/court-slot.repository.js';
import { Court } from './court.entity.js';
import type { CourtFilter } from './court.input.js';

/** The courts with these ids, in no order; ids that nobody has are left out. */
export function courtsByIds(em: EntityManager, ids: readonly string[]): Promise<Court[]> {
  return readByKeys(em, Court, ['id', ids]);
}

/** The courts of these facilities. */
export function courtsOfFacilities(em: EntityManager, codes: readonly string[]): Promise<Court[]> {
  return readRows(em, Court, {
    where: 'facility_code = any(array[?]::text[]) and withdrawn_at is null',
    values: [codes],
    order: 'id',
  });
}

/** One row more than a page of the courts that a filter lets through, by facility. */
export async function searchCourts(
  em: EntityManager,
  asked: { filter: CourtFilter | null | undefined; page: PageArguments },
): Promise<Court[]> {
  const only = { column: 'kind', words: asked.filter?.kinds };
  const rows = await searchRooms(em, courtSlots, { ...asked, only });
  return rows.map((row) => em.map(Court, row));
}

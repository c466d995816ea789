import type { PageArguments } from '@manabi/kit/connection/page-arguments';
import { searchRooms } from '@manabi/kit/slot/room.search';
import { readByKeys, readRows } from '@manabi/kit/read-rows';
import type { EntityManager } from '@mikro-orm/postgresql';

import { roomSlots } from '../slot/slot.repository.js';
import type { StudyRoomFilter } from './study-room.input.js';
import { StudyRoom } from './study-room.entity.js';

/** The rooms with these ids, in no order; ids that nobody has are left out. */
export function studyRoomsByIds(em: EntityManager, ids: readonly string[]): Promise<StudyRoom[]> {
  return readByKeys(em, StudyRoom, ['id', ids]);
}

/** The rooms of these facilities. */
export function studyRoomsOfFacilities(
  em: EntityManager,
  codes: readonly string[],
): Promise<StudyRoom[]> {
  return readRows(em, StudyRoom, {
    where: 'facility_code = any(array[?]::text[]) and withdrawn_at is null',
    values: [codes],
    order: 'id',
  });
}

/** One row more than a page of the rooms that a filter lets through, by facility. */
export async function searchStudyRooms(
  em: EntityManager,
  asked: { filter: StudyRoomFilter | null | undefined; page: PageArguments },
): Promise<StudyRoom[]> {
  const only = { column: 'purpose', words: asked.filter?.purposes };
  const rows = await searchRooms(em, roomSlots, { ...asked, only });
  return rows.map((row) => em.map(StudyRoom, row));
}

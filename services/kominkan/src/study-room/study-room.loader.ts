import { type LoaderOf, many, one } from '@manabi/kit/batch';

import type { StudyRoom } from './study-room.entity.js';
import { studyRoomsByIds, studyRoomsOfFacilities } from './study-room.repository.js';

export const studyRoomById: LoaderOf<string, StudyRoom | null> = (em) =>
  one(
    (ids) => studyRoomsByIds(em, ids),
    (room) => room.id,
  );

export const studyRoomsOfFacility: LoaderOf<string, StudyRoom[]> = (em) =>
  many(
    (codes) => studyRoomsOfFacilities(em, codes),
    (room) => room.facilityCode,
  );

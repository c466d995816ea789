import { type LoaderOf, one } from '@manabi/kit/batch';
import { freeRooms } from '@manabi/kit/slot/free-rooms.read';

import { roomSlots } from '../slot/slot.repository.js';
import type { DeliveryLecture } from './delivery-lecture.entity.js';
import { lecturesByIds } from './delivery-lecture.repository.js';

export const lectureById: LoaderOf<string, DeliveryLecture | null> = (em) =>
  one(
    (ids) => lecturesByIds(em, ids),
    ({ id }) => id,
  );

/** For a time and a number of people: the rooms that nobody has then. */
export const roomsFreeAt = freeRooms(roomSlots);

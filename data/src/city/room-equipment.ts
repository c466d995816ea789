import { rowsOf } from '../table.js';
import { roomId } from './rooms.js';

/** Promises what stands in rooms and on courts, by room; composed by us. */
export const roomEquipment = (): ReadonlyMap<string, readonly string[]> =>
  new Map(
    rowsOf(
      'room-equipment',
      (line) => [roomId(line.text('room')), line.list('equipment')] as const,
    ),
  );

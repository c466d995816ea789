import { z } from 'zod';

import type { Stretch } from './band.js';

/** A stretch of one room's time. */
export interface RoomStretch extends Stretch {
  readonly roomId: string;
}

const shape = z.tuple([z.string().max(200), z.int(), z.int()]);

/** The id of a room's stretch of time: the same whoever has it and whoever gives it back. */
export function slotId({ roomId, startsAt, endsAt }: RoomStretch): string {
  const key = [roomId, startsAt.getTime() / 1000, endsAt.getTime() / 1000];
  return Buffer.from(JSON.stringify(key)).toString('base64url');
}

/** The stretch that an id names; null when it names none. */
export function readSlotId(id: string): RoomStretch | null {
  try {
    const [roomId, starts, ends] = shape.parse(
      JSON.parse(Buffer.from(id, 'base64url').toString('utf8')),
    );
    if (ends <= starts || Math.abs(ends) > 8e12) return null;
    return { roomId, startsAt: new Date(starts * 1000), endsAt: new Date(ends * 1000) };
  } catch {
    return null;
  }
}

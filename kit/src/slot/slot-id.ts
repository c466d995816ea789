import { z } from 'zod';

import type { Stretch } from './band.js';

/** A stretch of one room's time. */
export interface RoomStretch extends Stretch {
  readonly roomId: string;
}

/** Seconds since 1970, up to the year 9999: beyond, moments are written in a way that the database does not read. */
const second = z.int().min(0).max(253_402_300_799);
const shape = z.tuple([z.string().max(200), second, second]);

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
    if (ends <= starts) return null;
    return { roomId, startsAt: new Date(starts * 1000), endsAt: new Date(ends * 1000) };
  } catch {
    return null;
  }
}

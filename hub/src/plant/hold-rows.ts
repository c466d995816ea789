import { opportunities } from '@manabi/data/city/opportunities';
import type { RoomRow } from '@manabi/data/city/rooms';
import type { SlotRow } from '@manabi/data/city/slots';
import { opaqueId } from '@manabi/data/opaque-id';
import { addDays, isYearEnd, moment } from '@manabi/data/tokyo-day';
import type { HoldColumns } from '@manabi/kit/slot/hold.columns';

/** How far ahead slots are told; whatever is closed is said for as long. */
const daysTold = 92;

/** What is taken of the rooms, and by which session or opportunity: free slots and those of a lottery to come are nobody's and need no row. */
export function takenRows(
  slots: readonly SlotRow[],
  today: string,
  usedBy: 'sessionId' | 'opportunityId' = 'sessionId',
): HoldColumns[] {
  const titles = new Map(opportunities(today).map(({ id, title }) => [id, title.ja]));
  return slots
    .filter(({ state }) => state === 'TAKEN')
    .map((slot) => ({
      id: slot.id,
      roomId: slot.roomId,
      startsAt: new Date(slot.startsAt),
      endsAt: new Date(slot.endsAt),
      state: 'BOOKED',
      purpose: titles.get(slot.opportunityId ?? '') ?? null,
      groupId: slot.groupId,
      usedFor: slot[usedBy],
      sample: true,
    }));
}

/** The days about New Year (年末年始) on which no room is let, as stretches that nobody can hold. */
export function closedRows(rooms: readonly RoomRow[], today: string): HoldColumns[] {
  const days = Array.from({ length: daysTold + 1 }, (_, days) => addDays(today, days));
  return days.filter(isYearEnd).flatMap((day) =>
    rooms.map(({ id }) => ({
      id: opaqueId('closed', `${id} ${day}`),
      roomId: id,
      startsAt: new Date(moment(day, '00:00')),
      endsAt: new Date(moment(addDays(day, 1), '00:00')),
      state: 'CLOSED',
      purpose: null,
      groupId: null,
      usedFor: null,
      sample: true,
    })),
  );
}

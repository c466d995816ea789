import {
  type AlreadyBegun,
  type AlreadyCancelled,
  type NotInOrder,
  alreadyBegun,
  alreadyCancelled,
  timeBackwards,
  timePast,
} from '@manabi/kit/opportunity/opportunity.refusal';
import type { OutsideHours, RoomUnknown } from '@manabi/kit/slot/refusal';
import { changeRoom, giveBackRoom } from '@manabi/kit/slot/use.write';
import type { ChangedMeanwhile, RecordUnknown } from '@manabi/kit/write/refusal';
import { changeRecord } from '@manabi/kit/write/record.write';
import type { Written } from '@manabi/kit/write/write-once';
import type { Writing } from '@manabi/kit/write/writing';
import type { EntityManager } from '@mikro-orm/postgresql';

import { courtRefused } from '../court-slot/court-slot.errors.js';
import { courtSlots } from '../court-slot/court-slot.repository.js';
import { SportsClass } from '../sports-class/sports-class.entity.js';
import type { ClassTimeUnknown } from '../value/class-time-answer.js';
import type { CourtSlotTaken } from '../value/hold-court-slot-answer.js';
import { classTimeUnknown } from './class-time.errors.js';
import type { CancelClassTimeInput, ChangeClassTimeInput } from './class-time-write.input.js';
import { type KeptTime, numbered, withTimeMoved, withoutTime } from './class-time.rules.js';

type Changed = Written | RecordUnknown | ChangedMeanwhile;
type Ended = AlreadyBegun | AlreadyCancelled | ClassTimeUnknown;

/** Calls off one time of a class, and gives back its court. */
export function cancelClassTime(
  em: EntityManager,
  { id, revision, number, notice }: CancelClassTimeInput,
  { act, now }: Writing,
): Promise<Changed | Ended> {
  const decide = async (row: SportsClass) => {
    const found = timeToCome(row, { number, now });
    if ('__typename' in found) return found;
    await giveBackRoom(em, courtSlots, useOf(row, found));
    return withoutTime(row, { number, notice, now });
  };
  return changeRecord(em, { type: SportsClass, id, revision }, { act, decide });
}

/** Moves one time of a class: its court is taken for the new time and free at the former; or why not. */
export function changeClassTime(
  em: EntityManager,
  { id, revision, number, startsAt, endsAt, notice }: ChangeClassTimeInput,
  { act, now }: Writing,
): Promise<Changed | Ended | NotInOrder | CourtSlotTaken | OutsideHours | RoomUnknown> {
  const decide = async (row: SportsClass) => {
    const found = timeToCome(row, { number, now });
    if ('__typename' in found) return found;
    if (endsAt <= startsAt) return timeBackwards();
    if (startsAt <= now) return timePast();
    if (row.courtId) {
      const purpose = row.title.ja;
      const to = { usedFor: id, roomId: row.courtId, startsAt, endsAt, purpose };
      const refused = await changeRoom(em, courtSlots, { from: useOf(row, found), to });
      if (refused) return courtRefused(refused);
    }
    return withTimeMoved(row, { number, to: { startsAt, endsAt, notice }, now });
  };
  return changeRecord(em, { type: SportsClass, id, revision }, { act, decide });
}

function timeToCome(
  row: SportsClass,
  { number, now }: { number: number; now: Date },
): KeptTime | Ended {
  if (row.cancelledAt) return alreadyCancelled(row.cancelledAt);
  const off = row.calledOff?.find((time) => time.number === number);
  if (off) return alreadyCancelled(new Date(off.cancelledAt));
  const times = numbered(row);
  const found = times.find((time) => time.number === number);
  if (!found) return classTimeUnknown(times.map((time) => time.number));
  const startsAt = new Date(found.startsAt);
  return startsAt <= now ? alreadyBegun(startsAt) : found;
}

/** A class books its court under its own id for each of its times: which one is told by when it is. */
function useOf({ id }: SportsClass, time: KeptTime) {
  const startsAt = new Date(time.startsAt);
  const endsAt = time.endsAt ? new Date(time.endsAt) : new Date(startsAt.getTime() + 60_000);
  return { usedFor: id, startsAt, endsAt };
}

import {
  type AlreadyBegun,
  type AlreadyCancelled,
  type NotInOrder,
  alreadyBegun,
  alreadyCancelled,
  endMissing,
  timeBackwards,
  timePast,
} from '@manabi/kit/opportunity/opportunity.refusal';
import { formerTimeOf } from '@manabi/kit/opportunity/former-time';
import type { OutsideHours, RoomUnknown } from '@manabi/kit/slot/refusal';
import { changeRoom, giveBackRooms } from '@manabi/kit/slot/use.write';
import type { ChangedMeanwhile, RecordUnknown } from '@manabi/kit/write/refusal';
import { changeRecord } from '@manabi/kit/write/record.write';
import { Written } from '@manabi/kit/write/write-once';
import type { Writing } from '@manabi/kit/write/writing';
import type { EntityManager } from '@mikro-orm/postgresql';

import { coursesByIds } from '../course/course.repository.js';
import { roomRefused } from '../slot/slot.errors.js';
import { roomSlots } from '../slot/slot.repository.js';
import { studyRoomsByIds } from '../study-room/study-room.repository.js';
import type { SlotTaken } from '../value/hold-slot-answer.js';
import { Session } from './session.entity.js';
import type { CancelSessionInput, ChangeSessionInput } from './session-write.input.js';

type Changed = Written | RecordUnknown | ChangedMeanwhile;
type Ended = AlreadyBegun | AlreadyCancelled;
type Refused = NotInOrder | SlotTaken | OutsideHours | RoomUnknown;

/** Cancels one meeting, and gives its room back. */
export async function cancelSession(
  em: EntityManager,
  { id, revision, notice }: CancelSessionInput,
  { act, now }: Writing,
): Promise<Changed | AlreadyCancelled> {
  const written = await changeRecord(
    em,
    { type: Session, id, revision },
    {
      act,
      decide: (session) =>
        session.cancelledAt
          ? alreadyCancelled(session.cancelledAt)
          : { cancelledAt: now, notice: notice ?? session.notice },
    },
  );
  if (!(written instanceof Written)) return written;
  await giveBackRooms(em, roomSlots, { usedFor: [id], now });
  await spanCourse(em, id);
  return written;
}

/** Changes when and where one meeting takes place: its new room is taken, the former one is free; or why not. */
export async function changeSession(
  em: EntityManager,
  input: ChangeSessionInput,
  { act, now }: Writing,
): Promise<Changed | Ended | Refused> {
  const { id, revision, notice, topic } = input;
  const decide = async (session: Session) => {
    const [course] = await coursesByIds(em, [session.courseId]);
    const off = session.cancelledAt ?? course?.cancelledAt;
    if (off) return alreadyCancelled(off);
    if (session.startsAt <= now) return alreadyBegun(session.startsAt);
    const next = placed(session, input);
    const wrong = wrongIn(next, { session, now });
    if (wrong) return wrong;
    const refused = await moveRoom(em, { session, next, purpose: course?.title.ja ?? null });
    return (
      refused ?? {
        ...next,
        notice: notice ?? session.notice,
        topic: topic ?? session.topic,
        formerTimes: hasMoved(session, next)
          ? [...(session.formerTimes ?? []), formerTimeOf(session, now)]
          : session.formerTimes,
      }
    );
  };
  const written = await changeRecord(em, { type: Session, id, revision }, { act, decide });
  if (written instanceof Written) await spanCourse(em, id);
  return written;
}

type Placed = Pick<Session, 'startsAt' | 'endsAt' | 'roomId' | 'venueText' | 'allDay'>;

/** When and where it is to take place: what was not said stays, and so does how long it lasts. */
function placed(session: Session, { startsAt, endsAt, roomId }: ChangeSessionInput): Placed {
  const { endsAt: ended = null } = session;
  const start = startsAt ?? session.startsAt;
  const later = start.getTime() - session.startsAt.getTime();
  return {
    startsAt: start,
    endsAt: endsAt ?? (ended && new Date(ended.getTime() + later)),
    roomId: roomId ?? session.roomId ?? null,
    // The new room says where it is.
    venueText: roomId ? null : (session.venueText ?? null),
    allDay: startsAt ? false : (session.allDay ?? false),
  };
}

function wrongIn(
  { startsAt, endsAt }: Placed,
  { session, now }: { session: Session; now: Date },
): NotInOrder | null {
  if (endsAt && endsAt <= startsAt) return timeBackwards();
  return startsAt <= now && startsAt.getTime() !== session.startsAt.getTime() ? timePast() : null;
}

const hasMoved = (session: Session, next: Placed): boolean =>
  next.startsAt.getTime() !== session.startsAt.getTime() ||
  next.endsAt?.getTime() !== session.endsAt?.getTime();

async function moveRoom(
  em: EntityManager,
  { session, next, purpose }: { session: Session; next: Placed; purpose: string | null },
): Promise<Refused | null> {
  const { startsAt, endsAt, roomId } = next;
  const isNew = roomId !== (session.roomId ?? null);
  if (!roomId || (!isNew && !hasMoved(session, next))) return null;
  const [room] = await studyRoomsByIds(em, [roomId]);
  // A room elsewhere is booked by whoever lets it.
  if (!room && !isNew) return null;
  if (!endsAt) return endMissing();
  const from = { usedFor: session.id, ...stretchOf(session) };
  const to = { usedFor: session.id, roomId, startsAt, endsAt, purpose };
  const refused = await changeRoom(em, roomSlots, { from, to });
  return refused && roomRefused(refused);
}

/** What it had booked is found by its time; one without an end had a room from its start on. */
const stretchOf = ({ startsAt, endsAt }: Session) => ({
  startsAt,
  endsAt: endsAt ?? new Date(startsAt.getTime() + 60_000),
});

/** A course lasts from the first to the last of the meetings that stand; where none does its own time stays. */
async function spanCourse(em: EntityManager, sessionId: string): Promise<void> {
  await em.execute(
    `update course c set starts_at = held.first, ends_at = held.last
     from (select course_id, min(starts_at) as first, max(coalesce(ends_at, starts_at)) as last from session
       where course_id = (select course_id from session where id = ?) and cancelled_at is null
       group by course_id) held
     where c.id = held.course_id and (c.starts_at, c.ends_at) is distinct from (held.first, held.last)`,
    [sessionId],
  );
}

import { draw, numberOf } from '../draw.js';
import { opaqueId } from '../opaque-id.js';
import { addDays, isYearEnd, moment, weekdayOf, weekOfMonth } from '../tokyo-day.js';
import { type GroupRow, groups } from './groups.js';
import { lotteryWindowOf } from './lottery-windows.js';
import { opportunities } from './opportunities.js';
import type { SessionRow } from './opportunity.js';
import type { RoomRow } from './rooms.js';
import { sampleOf, type Sourced } from './sourced.js';

/** The four slots of a day: 9–13, 13–16, 16–18:30, 18:30–22. */
export const BANDS = [
  { band: 'MORNING', startsAt: '09:00', endsAt: '13:00' },
  { band: 'AFTERNOON', startsAt: '13:00', endsAt: '16:00' },
  { band: 'EVENING', startsAt: '16:00', endsAt: '18:30' },
  { band: 'NIGHT', startsAt: '18:30', endsAt: '22:00' },
] as const;

type Band = (typeof BANDS)[number];

/** A stretch for which a room or court can be booked (利用区分). Slots of one room never overlap. */
export interface SlotRow extends Sourced {
  id: string;
  roomId: string;
  facilityCode: string;
  band: Band['band'];
  startsAt: string;
  endsAt: string;
  /** LOTTERY: applications are still counted and nobody has it yet. */
  state: 'FREE' | 'TAKEN' | 'LOTTERY';
  opportunityId: string | null;
  sessionId: string | null;
  groupId: string | null;
  /** Month of the lottery window that gives it. */
  lotteryMonth: string;
  /** Applications in the lottery, and how many were drawn: 0 or 1, null before the draw. */
  applied: number;
  won: number | null;
}

/** Which rooms and days are asked for. */
export interface SlotSpan {
  today: string;
  /** Days from today on. */
  days: number;
}

interface Uses {
  sessions: Map<string, SessionRow>;
  groups: Map<string, GroupRow>;
}

const bandOf = (time: string): Band | undefined =>
  BANDS.find(({ startsAt, endsAt }) => startsAt <= time && time < endsAt);

const usesOn = (today: string): Uses => {
  const held = opportunities(today).filter(({ cancelledAt }) => cancelledAt === null);
  const bySession = held
    .flatMap(({ sessions }) => sessions)
    .map((session): [string, SessionRow] => {
      const day = session.startsAt.slice(0, 10);
      return [`${session.roomId} ${day} ${bandOf(session.startsAt.slice(11, 16))?.band}`, session];
    });
  const byGroup = groups(today).flatMap((group) =>
    group.meeting.weeks.map((week): [string, GroupRow] => {
      const { roomId, weekday, startsAt } = group.meeting;
      return [`${roomId} ${weekday}/${week} ${bandOf(startsAt)?.band}`, group];
    }),
  );
  return { sessions: new Map(bySession), groups: new Map(byGroup) };
};

const stateOf = (
  key: string,
  today: string,
  used: boolean,
): Pick<SlotRow, 'state' | 'applied' | 'won'> => {
  const seed = numberOf(key);
  const applied = draw(6, seed, 1);
  if (used) return { state: 'TAKEN', applied, won: 0 };
  const [, day = today] = key.split(' ');
  const drawn = lotteryWindowOf(day.slice(0, 7)).drawAt.slice(0, 10) <= today;
  if (!drawn) return { state: 'LOTTERY', applied, won: null };
  const taken = applied > 2;
  return { state: taken ? 'TAKEN' : 'FREE', applied: taken ? applied : 0, won: taken ? 1 : 0 };
};

const slotOf = (
  room: RoomRow,
  day: string,
  band: Band,
): {
  key: string;
  row: Pick<
    SlotRow,
    'id' | 'roomId' | 'facilityCode' | 'band' | 'startsAt' | 'endsAt' | 'lotteryMonth'
  >;
} => {
  const key = `${room.id} ${day} ${band.band}`;
  return {
    key,
    row: {
      id: opaqueId('slot', key),
      roomId: room.id,
      facilityCode: room.facilityCode,
      band: band.band,
      startsAt: moment(day, band.startsAt),
      endsAt: moment(day, band.endsAt),
      lotteryMonth: day.slice(0, 7),
    },
  };
};

/** Promises the slots of the given rooms, taken where a session or a circle's usual meeting falls into them. */
export function* slotsOf(rooms: RoomRow[], { today, days }: SlotSpan): Generator<SlotRow> {
  const uses = usesOn(today);
  for (let at = 0; at < days; at += 1) {
    const day = addDays(today, at);
    if (isYearEnd(day)) continue;
    for (const room of rooms) {
      for (const band of BANDS) {
        const { key, row } = slotOf(room, day, band);
        const session = uses.sessions.get(key);
        const turn = `${weekdayOf(day)}/${weekOfMonth(day)}`;
        const group = session ? undefined : uses.groups.get(`${room.id} ${turn} ${band.band}`);
        yield {
          ...row,
          ...stateOf(key, today, session !== undefined || group !== undefined),
          opportunityId: session?.opportunityId ?? null,
          sessionId: session?.id ?? null,
          groupId: group?.id ?? null,
          ...sampleOf(today),
        };
      }
    }
  }
}

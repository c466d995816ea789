import { opaqueId } from '../opaque-id.js';
import { addDays, isYearEnd, moment, mondayOf } from '../tokyo-day.js';
import type { SessionRow } from './opportunity.js';

/** When and where an opportunity repeats; weeks count from the Monday of the day it is read for. */
export interface Rhythm {
  firstWeek: number;
  everyWeeks: number;
  times: number;
  /** 1 is Monday. */
  weekday: number;
  /** HH:MM. */
  startsAt: string;
  endsAt: string;
  venueCode: string;
  roomId: string;
}

/** Promises the days of a rhythm in order; a day at the turn of the year moves on by whole weeks. */
export const daysOf = (today: string, rhythm: Rhythm): string[] => {
  const days: string[] = [];
  let day = addDays(mondayOf(today), rhythm.firstWeek * 7 + rhythm.weekday - 1);
  while (days.length < rhythm.times) {
    if (isYearEnd(day)) day = addDays(day, 7);
    else {
      days.push(day);
      day = addDays(day, rhythm.everyWeeks * 7);
    }
  }
  return days;
};

/** Promises one session for each day; ids depend on the opportunity and the number only. */
export const sessionsOf = (opportunityId: string, days: string[], rhythm: Rhythm): SessionRow[] =>
  days.map((day, at) => ({
    id: opaqueId('session', `${opportunityId}/${at + 1}`),
    opportunityId,
    number: at + 1,
    startsAt: moment(day, rhythm.startsAt),
    endsAt: moment(day, rhythm.endsAt),
    venueCode: rhythm.venueCode,
    roomId: rhythm.roomId,
  }));

import type { PortalFacilityQuery } from '../generated/public-graph.js';

type Facility = NonNullable<PortalFacilityQuery['facility']>;
type Hours = NonNullable<Facility['hours']>[number];
type Rule = NonNullable<Facility['closedDays']>[number];

const days = ['月', '火', '水', '木', '金', '土', '日'];

const dayOf = (weekday: number | null): string => days[(weekday ?? 0) - 1] ?? '';

/** Hours of the week in words, the days of the same hours together: 月・火・水 9:00～17:00. */
export function sayHours(hours: readonly Hours[]): string[] {
  const daysOf = new Map<string, string[]>();
  for (const { weekday, opensAt, closesAt } of hours) {
    if (!opensAt || !closesAt || !dayOf(weekday)) continue;
    const time = `${clock(opensAt)}～${clock(closesAt)}`;
    daysOf.set(time, [...(daysOf.get(time) ?? []), dayOf(weekday)]);
  }
  return [...daysOf].map(([time, same]) => `${same.join('・')}　${time}`);
}

const clock = (time: string): string => time.replace(/^0/, '');

/** A rule by which a house is closed, in words. */
export function sayClosingRule({ rule, weekday, nth, from, to }: Rule): string[] {
  if (rule === 'HOLIDAY') return ['祝日'];
  if (rule === 'WEEKDAY' && dayOf(weekday)) return [`毎週${dayOf(weekday)}曜日`];
  if (rule === 'NTH_WEEKDAY' && dayOf(weekday) && nth) return [`第${nth}${dayOf(weekday)}曜日`];
  if (rule !== 'YEAR_END') return [];
  return [from && to ? `年末年始（${monthDay(from)}～${monthDay(to)}）` : '年末年始'];
}

/** A day as MM-DD in words: 12月29日. */
function monthDay(text: string): string {
  const [month, day] = text.split('-').map(Number);
  return `${month}月${day}日`;
}

const timeZone = 'Asia/Tokyo';
const dayParts = { month: 'long', day: 'numeric', weekday: 'short' } as const;
const day = new Intl.DateTimeFormat('ja-JP', { timeZone, ...dayParts });
const dayOfYear = new Intl.DateTimeFormat('ja-JP', { timeZone, year: 'numeric', ...dayParts });
const clock = new Intl.DateTimeFormat('ja-JP', { timeZone, hour: 'numeric', minute: '2-digit' });
const year = new Intl.DateTimeFormat('en', { timeZone, year: 'numeric' });

/** A moment as residents say it: 10月6日(火) 10:00. Midnight says a day only. */
export function sayMoment(moment: string, now: Date = new Date()): string {
  const time = sayClock(moment);
  return time === '0:00' ? sayDay(moment, now) : `${sayDay(moment, now)} ${time}`;
}

/** A day as residents say it, with the year when it is another one. */
export function sayDay(moment: string, now: Date = new Date()): string {
  const date = new Date(moment);
  return (year.format(date) === year.format(now) ? day : dayOfYear).format(date);
}

/** A time of day in Japan: 10:00. */
const sayClock = (moment: string): string => clock.format(new Date(moment));

/** A stretch of time: its day once where it begins and ends on the same. An end at midnight ends the day before. */
export function sayStretch(from: string, to: string | null, now: Date = new Date()): string {
  if (!to) return sayMoment(from, now);
  const isEndOfDay = sayClock(to) === '0:00' && Date.parse(to) > Date.parse(from);
  const last = isEndOfDay ? new Date(Date.parse(to) - 1).toISOString() : to;
  if (sayDay(from, now) !== sayDay(last, now))
    return `${sayMoment(from, now)} から ${sayDay(last, now)} まで`;
  const [begin, end] = [sayClock(from), isEndOfDay ? '24:00' : sayClock(to)];
  return begin === end || begin === '0:00'
    ? sayMoment(from, now)
    : `${sayDay(from, now)} ${begin}～${end}`;
}

/** From when until when, in words; one of the two may not be known. */
export function sayPeriod(from: string, to: string): string {
  if (from && to) return `${from}～${to}`;
  if (to) return `${to}まで`;
  return from && `${from}から`;
}

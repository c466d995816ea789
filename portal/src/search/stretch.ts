/** A stretch of days that residents name: counted from today, in Japan. */
export type Stretch = 'TODAY' | 'WEEK' | 'WEEKEND' | 'MONTH';

const hour = 3_600_000;
const day = 24 * hour;
const tokyo = 9 * hour;
const saturday = 6;

/** From now, or the midnight in Japan on which it begins, to its last moment. On a Sunday the weekend is that day. */
export function spanOf(
  stretch: Stretch,
  now: Date,
): { readonly from: string; readonly to: string } {
  const today = Math.floor((now.getTime() + tokyo) / day);
  const [first, last] = daysOf(stretch, new Date(today * day).getUTCDay());
  const from = first === 0 ? now.getTime() : (today + first) * day - tokyo;
  return {
    from: new Date(from).toISOString(),
    to: new Date((today + last + 1) * day - tokyo - 1).toISOString(),
  };
}

/** The first and the last day, counted from today, which is this day of the week (0: Sunday). */
function daysOf(stretch: Stretch, weekday: number): readonly [number, number] {
  if (stretch === 'TODAY') return [0, 0];
  if (stretch === 'WEEK') return [0, 6];
  if (stretch === 'MONTH') return [0, 29];
  return weekday === 0 ? [0, 0] : [saturday - weekday, saturday - weekday + 1];
}

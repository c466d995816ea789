import { addDays, moment, todayInTokyo, weekdayOf } from '@manabi/data/tokyo-day';

import { question } from '../ask.js';

const today = todayInTokyo();
const tuesday = Array.from({ length: 7 }, (_, at) => addDays(today, 10 + at)).find(
  (day) => weekdayOf(day) === 2,
)!;
/** An evening of a Tuesday to come. */
export const evening = { from: moment(tuesday, '18:30'), to: moment(tuesday, '22:00') };
/** The sixty days to come. */
export const days = { from: moment(today, '00:00'), to: moment(addDays(today, 60), '00:00') };
/** Evenings of Tuesdays in these days, as the view of free times takes them. */
export const tuesdayEvenings = [days.from, days.to, 2, '18:00', '22:00'];

/** What a node holds but for its fields of these names, and those within. */
export function without(value: unknown, ...names: readonly string[]): unknown {
  return JSON.parse(
    JSON.stringify(value, (name, part: unknown) => (names.includes(name) ? undefined : part)),
  );
}

/** P8 for that evening and these days. */
export const p8 = () => ({
  ...question('p8'),
  variables: { ...question('p8').variables, free: evening, days },
});

import { opaqueId } from '../opaque-id.js';
import { rowsOf } from '../table.js';
import { text, type Text } from '../text.js';
import { addDays, isYearEnd, moment, mondayOf, todayInTokyo } from '../tokyo-day.js';
import { sampleOf, type Sourced } from './sourced.js';
import { subjectKey, type SubjectKey } from './subjects.js';

/** A time at which a lecture can be had; moments are ISO 8601. */
export interface LectureTimeRow {
  startsAt: string;
  endsAt: string;
}

/** An invented lecture that an office gives where people are (出前講座). */
export interface DeliveryLectureRow extends Sourced {
  id: string;
  theme: Text;
  summary: Text;
  departmentCode: string;
  subjectKeys: SubjectKey[];
  languages: string[];
  minutes: number;
  minimumAudience: number;
  times: LectureTimeRow[];
}

/** Each of the times `weekday:hour:minute` in each of the weeks from this one on. */
const timesOf = (
  written: readonly string[],
  weeks: readonly number[],
  { today, minutes }: { today: string; minutes: number },
): LectureTimeRow[] =>
  weeks
    .flatMap((week) =>
      written.map((time) => {
        const [weekday = '1', hour = '10', minute = '00'] = time.split(':');
        const day = addDays(mondayOf(today), week * 7 + Number(weekday) - 1);
        const ends = Number(hour) * 60 + Number(minute) + minutes;
        const two = (part: number) => String(part).padStart(2, '0');
        return {
          day,
          startsAt: moment(day, `${hour}:${minute}`),
          endsAt: moment(day, `${two(Math.floor(ends / 60))}:${two(ends % 60)}`),
        };
      }),
    )
    .filter(({ day }) => !isYearEnd(day))
    .map(({ startsAt, endsAt }) => ({ startsAt, endsAt }))
    .toSorted((one, other) => (one.startsAt < other.startsAt ? -1 : 1));

/** Promises twelve invented lectures with the times of the coming weeks at which they can be had. */
export const deliveryLectures = (today: string = todayInTokyo()): DeliveryLectureRow[] =>
  rowsOf('delivery-lectures', (line) => {
    const minutes = line.number('minutes');
    return {
      id: opaqueId('delivery-lecture', line.text('key')),
      theme: text(line.text('theme'), { kana: line.text('kana'), plain: null, en: null }),
      summary: { ja: line.text('summary') },
      departmentCode: line.text('department'),
      subjectKeys: line.list('subjects').map(subjectKey),
      languages: line.list('languages'),
      minutes,
      minimumAudience: line.number('minimumAudience'),
      times: timesOf(line.list('times'), line.list('weeks').map(Number), { today, minutes }),
      ...sampleOf(today),
    };
  });

import { opaqueId } from '../opaque-id.js';
import { rowsOf } from '../table.js';
import { nameOf, type Text } from '../text.js';
import { addDays, todayInTokyo } from '../tokyo-day.js';
import type { WeeklyHours } from './opening-hours.js';
import { AUDIENCES, type Audience } from './opportunity.js';
import { confirmedOn } from './people.js';
import { sampleOf, type Sourced } from './sourced.js';
import { subjectKey, type SubjectKey } from './subjects.js';

/** An advice desk (相談窓口). */
export interface DeskRow extends Sourced {
  id: string;
  name: Text;
  summary: Text;
  departmentCode: string;
  venueCode: string;
  hours: WeeklyHours[];
  subjectKeys: SubjectKey[];
  audiences: Audience[];
  /** Whether one must make an appointment. */
  appointment: 'YES' | 'NO';
  channels: ('COUNTER' | 'PHONE' | 'ONLINE')[];
  measureCodes: string[];
  /** ISO date on which somebody confirmed the entry; null when nobody did. */
  confirmedOn: string | null;
  /** How many it advises at once. */
  capacity: number;
  /** Days on which other hours hold, or none. */
  exceptions: { on: string; opensAt: string | null; closesAt: string | null; note: string }[];
}

const CHANNELS = ['COUNTER', 'PHONE', 'ONLINE'] as const;

/** Reads `9 10:00-12:00 研修`: so many days ahead, hours or none, and why. */
function exceptionOf(today: string, written: string): DeskRow['exceptions'][number] {
  const [days = '', hours = '', note = ''] = written.split(' ');
  const [opensAt = '', closesAt = ''] = hours.split('-');
  return {
    on: addDays(today, Number(days)),
    opensAt: opensAt || null,
    closesAt: closesAt || null,
    note,
  };
}

/** Promises the id of the desk with this key. */
export const deskId = (key: string): string => opaqueId('desk', key);

/** Promises twenty sample desks in real houses, open only while their house is. */
export const desks = (today: string = todayInTokyo()): DeskRow[] =>
  rowsOf('desks', (line) => ({
    id: deskId(line.text('key')),
    name: nameOf(line),
    summary: { ja: line.text('summary') },
    departmentCode: line.text('department'),
    venueCode: line.text('venue'),
    hours: line.list('weekdays').map((weekday) => ({
      weekday: Number(weekday),
      opensAt: line.text('opensAt'),
      closesAt: line.text('closesAt'),
    })),
    subjectKeys: line.list('subjects').map(subjectKey),
    audiences: AUDIENCES.filter((audience) => line.list('audiences').includes(audience)),
    appointment: line.oneOf('appointment', ['YES', 'NO']),
    channels: CHANNELS.filter((channel) => line.list('channels').includes(channel)),
    measureCodes: line.list('measures'),
    confirmedOn: confirmedOn(line, today),
    capacity: line.number('capacity'),
    exceptions: line.list('exceptions').map((written) => exceptionOf(today, written)),
    ...sampleOf(today),
  }));

import { opaqueId } from '../opaque-id.js';
import { rowsOf } from '../table.js';
import { text, type Text } from '../text.js';
import { todayInTokyo } from '../tokyo-day.js';
import { opportunityId } from './opportunity-line.js';
import { roomId } from './rooms.js';
import { confirmedOn } from './people.js';
import { sampleOf, type Sourced } from './sourced.js';
import { subjectKey, type SubjectKey } from './subjects.js';

/** When and where a group usually meets. */
export interface Meeting {
  venueCode: string;
  roomId: string;
  weekday: number;
  startsAt: string;
  endsAt: string;
  /** Which of the weekday's occurrences in a month, from 1. */
  weeks: number[];
}

/** An invented circle (サークル・団体). */
export interface GroupRow extends Sourced {
  id: string;
  name: Text;
  summary: Text;
  subjectKeys: SubjectKey[];
  members: number;
  monthlyFeeYen: number;
  acceptsBeginners: 'YES' | 'NO' | 'UNKNOWN';
  meeting: Meeting;
  /** The course from which new members come, where there is one. */
  fedByCourseId: string | null;
  since: number;
  /** ISO date on which somebody confirmed the entry; null when nobody did. */
  confirmedOn: string | null;
  /** Under example.invalid: reaches nobody. */
  email: string;
}

/** Promises the id of the circle with this key. */
export const groupId = (key: string): string => opaqueId('group', key);

const fedBy = (key: string | null): string | null => (key === null ? null : opportunityId(key));

/** Promises forty invented circles that meet in the kominkan, never two in one room at one time. */
export const groups = (today: string = todayInTokyo()): GroupRow[] =>
  rowsOf('groups', (line) => ({
    id: groupId(line.text('key')),
    name: text(line.text('name'), { kana: line.text('kana'), plain: null, en: null }),
    summary: { ja: line.text('summary') },
    subjectKeys: line.list('subjects').map(subjectKey),
    members: line.number('members'),
    monthlyFeeYen: line.number('monthlyFeeYen'),
    acceptsBeginners: line.oneOf('acceptsBeginners', ['YES', 'NO', 'UNKNOWN']),
    meeting: {
      venueCode: line.text('venue'),
      roomId: roomId(line.text('room')),
      weekday: line.number('weekday'),
      startsAt: line.text('startsAt'),
      endsAt: line.text('endsAt'),
      weeks: line.list('weeks').map(Number),
    },
    fedByCourseId: fedBy(line.maybe('fedBy')),
    since: line.number('since'),
    email: line.text('email'),
    confirmedOn: confirmedOn(line, today),
    ...sampleOf(today),
  }));

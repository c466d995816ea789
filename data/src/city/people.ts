import { type Line, rowsOf } from '../table.js';
import { text, type Text } from '../text.js';
import { addDays, todayInTokyo } from '../tokyo-day.js';
import { personId } from './opportunity-line.js';
import { sampleOf, type Sourced } from './sourced.js';
import { subjectKey, type SubjectKey } from './subjects.js';

/** What a person of the talent bank does: 講師, 指導者, ITボランティア, 学校支援, 環境リーダー, プレイリーダー, 保育, 通訳, 図書館, 家庭教育支援, 体験支援, 当事者. */
export const PERSON_ROLES = [
  'INSTRUCTOR',
  'COACH',
  'IT_VOLUNTEER',
  'SCHOOL_VOLUNTEER',
  'ENVIRONMENT_LEADER',
  'PLAY_LEADER',
  'CHILDCARE_SUPPORTER',
  'INTERPRETER',
  'LIBRARY_VOLUNTEER',
  'FAMILY_SUPPORTER',
  'EXPERIENCE_SUPPORTER',
  'LIVED_EXPERIENCE',
] as const;

type PersonRole = (typeof PERSON_ROLES)[number];

/** An invented person of the talent bank (人材バンク). */
export interface PersonRow extends Sourced {
  id: string;
  name: Text;
  role: PersonRole;
  /** All that the person does, the main one first. */
  roles: PersonRole[];
  qualifications: string[];
  /** Years of those whom the person teaches or helps; null is open. */
  ageMin: number;
  ageMax: number | null;
  summary: Text;
  subjectKeys: SubjectKey[];
  available: 'WEEKDAY_DAY' | 'WEEKDAY_EVENING' | 'WEEKEND' | 'ANY';
  /** Weekday and times in Japan, HH:MM. */
  freeTimes: { weekday: number; startsAt: string; endsAt: string }[];
  /** Days on which the person takes nothing on, both included, ISO dates. */
  unavailable: { from: string; to: string }[];
  /** Codes of school districts; none means all of the city. */
  districtCodes: string[];
  areaCode: string;
  /** Year of registration. */
  since: number;
  feeYen: number;
  /** Whether the person agrees to be contacted by a department. */
  contactConsent: 'YES' | 'NO';
  /** ISO date on which somebody confirmed the entry; null when nobody did. */
  confirmedOn: string | null;
  /** Under example.invalid: reaches nobody. Protected in the graph all the same. */
  email: string;
}

/** Reads `2 09:00-12:00`. */
function freeTime(written: string): PersonRow['freeTimes'][number] {
  const [weekday = '', hours = ''] = written.split(' ');
  const [startsAt = '', endsAt = ''] = hours.split('-');
  return { weekday: Number(weekday), startsAt, endsAt };
}

/** Reads `7-9`: from the seventh to the ninth day after today. */
function daysFrom(today: string, written: string): { from: string; to: string } {
  const [from = 0, to = from] = written.split('-').map(Number);
  return { from: addDays(today, from), to: addDays(today, to) };
}

/** Promises the day on which an entry of a register was last confirmed; null where nobody did. */
export function confirmedOn(line: Line, today: string): string | null {
  const days = line.maybeNumber('confirmedDaysAgo');
  return days === null ? null : addDays(today, -days);
}

/** Promises forty invented people; their family names are words for "sample". */
export const people = (today: string = todayInTokyo()): PersonRow[] =>
  rowsOf('people', (line) => ({
    id: personId(line.text('key')),
    name: text(line.text('name'), { kana: line.text('kana'), plain: null, en: null }),
    role: line.oneOf('role', PERSON_ROLES),
    roles: [line.oneOf('role', PERSON_ROLES), ...line.listOf('otherRoles', PERSON_ROLES)],
    qualifications: line.list('qualifications'),
    ageMin: line.number('ageMin'),
    ageMax: line.maybeNumber('ageMax'),
    freeTimes: line.list('freeTimes').map(freeTime),
    unavailable: line.list('unavailable').map((span) => daysFrom(today, span)),
    districtCodes: line.list('districts'),
    confirmedOn: confirmedOn(line, today),
    summary: { ja: line.text('summary') },
    subjectKeys: line.list('subjects').map(subjectKey),
    available: line.oneOf('available', ['WEEKDAY_DAY', 'WEEKDAY_EVENING', 'WEEKEND', 'ANY']),
    areaCode: line.text('area'),
    since: line.number('since'),
    feeYen: line.number('feeYen'),
    contactConsent: line.oneOf('contactConsent', ['YES', 'NO']),
    email: line.text('email'),
    ...sampleOf(today),
  }));

import { rowsOf } from '../table.js';
import { text, type Text } from '../text.js';
import { todayInTokyo } from '../tokyo-day.js';
import { personId } from './opportunity-line.js';
import { sampleOf, type Sourced } from './sourced.js';
import { subjectKey, type SubjectKey } from './subjects.js';

/** What a person of the talent bank does: 講師, 指導者, ITボランティア, 学校支援, 環境リーダー, プレイリーダー, 保育, 通訳, 図書館. */
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
] as const;

/** An invented person of the talent bank (人材バンク). */
export interface PersonRow extends Sourced {
  id: string;
  name: Text;
  role: (typeof PERSON_ROLES)[number];
  summary: Text;
  subjectKeys: SubjectKey[];
  available: 'WEEKDAY_DAY' | 'WEEKDAY_EVENING' | 'WEEKEND' | 'ANY';
  areaCode: string;
  /** Year of registration. */
  since: number;
  feeYen: number;
  /** Whether the person agrees to be contacted by a department. */
  contactConsent: 'YES' | 'NO';
  /** Under example.invalid: reaches nobody. Protected in the graph all the same. */
  email: string;
}

/** Promises forty invented people; their family names are words for "sample". */
export const people = (today: string = todayInTokyo()): PersonRow[] =>
  rowsOf('people', (line) => ({
    id: personId(line.text('key')),
    name: text(line.text('name'), { kana: line.text('kana'), plain: null, en: null }),
    role: line.oneOf('role', PERSON_ROLES),
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

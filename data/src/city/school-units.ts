import { opaqueId } from '../opaque-id.js';
import { rowsOf } from '../table.js';
import type { Text } from '../text.js';
import { todayInTokyo } from '../tokyo-day.js';
import { confirmedOn } from './people.js';
import { sampleOf, type Sourced } from './sourced.js';
import { subjectKey, type SubjectKey } from './subjects.js';

/** A unit of school lessons (単元), with the subjects of the library's classification to which it leads. */
export interface SchoolUnitRow extends Sourced {
  id: string;
  name: Text;
  grade: number;
  schoolSubject: string;
  months: number[];
  subjectKeys: SubjectKey[];
  summary: Text;
}

/** Promises twelve sample units of elementary and junior high school. */
export const schoolUnits = (today: string = todayInTokyo()): SchoolUnitRow[] =>
  rowsOf('school-units', (line) => ({
    id: opaqueId('school-unit', line.text('key')),
    name: { ja: line.text('name'), kana: line.text('kana') },
    grade: line.number('grade'),
    schoolSubject: line.text('schoolSubject'),
    months: line.list('months').map(Number),
    subjectKeys: line.list('subjects').map(subjectKey),
    summary: { ja: line.text('summary') },
    ...sampleOf(today),
  }));

/** A place that takes school classes (見学の受入れ). */
export interface SiteVisitRow extends Sourced {
  id: string;
  title: Text;
  summary: Text;
  gradeFrom: number;
  gradeTo: number;
  weekdays: number[];
  /** Months of the year, 1 to 12; none means all. */
  months: number[];
  capacity: number;
  facilityCode: string;
  culturalPropertyCode: string | null;
  departmentCode: string;
  subjectKeys: SubjectKey[];
  howToApply: string;
  confirmedOn: string | null;
}

/** Promises eight sample visits to real houses. */
export const siteVisits = (today: string = todayInTokyo()): SiteVisitRow[] =>
  rowsOf('site-visits', (line) => ({
    id: opaqueId('site-visit', line.text('key')),
    title: { ja: line.text('title'), kana: line.text('kana') },
    summary: { ja: line.text('summary') },
    gradeFrom: line.number('gradeFrom'),
    gradeTo: line.number('gradeTo'),
    weekdays: line.list('weekdays').map(Number),
    months: line.list('months').map(Number),
    capacity: line.number('capacity'),
    facilityCode: line.text('facility'),
    culturalPropertyCode: line.maybe('property'),
    departmentCode: line.text('department'),
    subjectKeys: line.list('subjects').map(subjectKey),
    howToApply: line.text('howToApply'),
    confirmedOn: confirmedOn(line, today),
    ...sampleOf(today),
  }));

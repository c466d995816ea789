import { opaqueId } from '../opaque-id.js';
import { rowsOf } from '../table.js';
import { text, type Text } from '../text.js';
import { addDays, todayInTokyo } from '../tokyo-day.js';
import { sampleOf, type Sourced } from './sourced.js';
import { subjectKey, type SubjectKey } from './subjects.js';
import { titleId } from './titles.js';

/** The subjects of the school: 国語, 社会, 算数・数学, 理科, 生活, 音楽, 図工・美術, 家庭・技術, 保健, 外国語, 道徳, 総合. */
export const SCHOOL_SUBJECTS = [
  'JAPANESE',
  'SOCIAL_STUDIES',
  'MATHEMATICS',
  'SCIENCE',
  'LIFE',
  'MUSIC',
  'ART',
  'HOME_ECONOMICS',
  'HEALTH',
  'ENGLISH',
  'MORALS',
  'INTEGRATED',
] as const;

/** An invented set of books that schools borrow (学校支援図書セット). */
export interface BookSetRow extends Sourced {
  id: string;
  name: Text;
  schoolSubject: (typeof SCHOOL_SUBJECTS)[number];
  unit: string;
  /** 1 to 6 elementary, 7 to 9 junior high school. */
  gradeFrom: number;
  gradeTo: number;
  copies: number;
  titleIds: string[];
  subjectKeys: SubjectKey[];
  branchCode: string;
  bookableFrom: string;
  bookableUntil: string;
}

/** Promises fourteen invented sets, which schools may book for days that move with `today`. */
export const bookSets = (today: string = todayInTokyo()): BookSetRow[] =>
  rowsOf('book-sets', (line) => ({
    id: opaqueId('book-set', line.text('key')),
    name: text(line.text('name'), { kana: line.text('kana'), plain: null, en: null }),
    schoolSubject: line.oneOf('schoolSubject', SCHOOL_SUBJECTS),
    unit: line.text('unit'),
    gradeFrom: line.number('gradeFrom'),
    gradeTo: line.number('gradeTo'),
    copies: line.number('copies'),
    titleIds: line.list('titles').map(titleId),
    subjectKeys: line.list('subjects').map(subjectKey),
    branchCode: line.text('branch'),
    bookableFrom: addDays(today, line.number('bookableInDays')),
    bookableUntil: addDays(today, line.number('bookableForDays')),
    ...sampleOf(today),
  }));

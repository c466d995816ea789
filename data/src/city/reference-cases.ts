import { opaqueId } from '../opaque-id.js';
import { rowsOf } from '../table.js';
import { text, type Text } from '../text.js';
import { addDays, todayInTokyo } from '../tokyo-day.js';
import { sampleOf, type Sourced } from './sourced.js';
import { subjectKey, type SubjectKey } from './subjects.js';
import { titleId } from './titles.js';

/** An invented question that a library answered (レファレンス事例). */
export interface ReferenceCaseRow extends Sourced {
  id: string;
  question: Text;
  answer: Text;
  /** How the answer was found (回答プロセス). */
  process: string;
  subjectKeys: SubjectKey[];
  keywords: string[];
  /** The titles of the catalogue on which the answer rests. */
  sourceIds: string[];
  /** Further sources as written. */
  citations: string[];
  branchCode: string;
  answeredOn: string;
}

/** Promises the sample reference cases, answered on days that move with `today`. */
export const referenceCases = (today: string = todayInTokyo()): ReferenceCaseRow[] =>
  rowsOf('reference-cases', (line) => ({
    id: opaqueId('reference-case', line.text('key')),
    question: text(line.text('question'), { kana: null, plain: line.maybe('plain'), en: null }),
    answer: text(line.text('answer'), { kana: null, plain: null, en: null }),
    process: line.text('process'),
    subjectKeys: line.list('subjects').map(subjectKey),
    keywords: line.list('keywords'),
    sourceIds: line.list('sources').map(titleId),
    citations: line.list('citations'),
    branchCode: line.text('branch'),
    answeredOn: addDays(today, -line.number('daysAgo')),
    ...sampleOf(today),
  }));

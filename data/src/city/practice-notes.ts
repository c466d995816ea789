import { opaqueId } from '../opaque-id.js';
import { rowsOf } from '../table.js';
import type { Text } from '../text.js';
import { addDays, todayInTokyo } from '../tokyo-day.js';
import { AUDIENCES, type Audience } from './opportunity.js';
import { sampleOf, type Sourced } from './sourced.js';
import { subjectKey, type SubjectKey } from './subjects.js';

/** What staff learned from advice and practice (実践ノート); every case is composed, nobody is in it. */
export interface PracticeNoteRow extends Sourced {
  id: string;
  kind: 'ADVICE_CASE' | 'PRACTICE' | 'TRAINING';
  departmentCode: string;
  title: Text;
  summary: Text;
  audiences: Audience[];
  subjectKeys: SubjectKey[];
  /** ISO date. */
  writtenOn: string;
  situation: string;
  approach: string;
  learned: string;
}

/** Promises the sample's notes as they stand on `today`. */
export const practiceNotes = (today: string = todayInTokyo()): PracticeNoteRow[] =>
  rowsOf('practice-notes', (line) => ({
    id: opaqueId('practice-note', line.text('key')),
    kind: line.oneOf('kind', ['ADVICE_CASE', 'PRACTICE', 'TRAINING']),
    departmentCode: line.text('department'),
    title: { ja: line.text('title'), kana: line.text('kana') },
    summary: { ja: line.text('summary') },
    audiences: AUDIENCES.filter((audience) => line.list('audiences').includes(audience)),
    subjectKeys: line.list('subjects').map(subjectKey),
    writtenOn: addDays(today, -line.number('writtenDaysAgo')),
    situation: line.text('situation'),
    approach: line.text('approach'),
    learned: line.text('learned'),
    ...sampleOf(today),
  }));

import { opaqueId } from '../opaque-id.js';
import { type Line, rowsOf } from '../table.js';
import { text, type Text } from '../text.js';
import { addDays, moment, mondayOf, todayInTokyo } from '../tokyo-day.js';
import { personId } from './opportunity-line.js';
import { confirmedOn } from './people.js';
import { sampleOf, type Sourced } from './sourced.js';
import { subjectKey, type SubjectKey } from './subjects.js';

const KINDS = ['NATURE', 'SERVICE', 'LIFE', 'WORK', 'SCIENCE', 'CULTURE', 'PLAY'] as const;
const SEASONS = ['SPRING', 'SUMMER', 'AUTUMN', 'WINTER'] as const;

/** One time at which a programme is held, with the supporters promised to it. */
export interface ExperienceSessionRow {
  id: string;
  programId: string;
  /** ISO 8601 with Tokyo's offset. */
  startsAt: string;
  endsAt: string;
  capacity: number | null;
  taken: number | null;
  supportersNeeded: number;
  /** People of the talent bank. */
  supporterIds: string[];
}

/** An invented experience programme (体験プログラム). */
export interface ExperienceProgramRow extends Sourced {
  id: string;
  title: Text;
  summary: Text;
  kind: (typeof KINDS)[number];
  gradeFrom: number;
  gradeTo: number;
  seasons: (typeof SEASONS)[number][];
  feeYen: number;
  howToApply: string;
  venueCode: string;
  departmentCode: string;
  subjectKeys: SubjectKey[];
  sessions: ExperienceSessionRow[];
  confirmedOn: string | null;
}

/** Promises sixteen invented programmes with the times of the coming weeks. */
export const experiencePrograms = (today: string = todayInTokyo()): ExperienceProgramRow[] =>
  rowsOf('experience-programs', (line) => ({
    id: opaqueId('experience', line.text('key')),
    title: text(line.text('title'), {
      kana: line.text('kana'),
      plain: null,
      en: line.maybe('en'),
    }),
    summary: { ja: line.text('summary') },
    kind: line.oneOf('kind', KINDS),
    gradeFrom: line.number('gradeFrom'),
    gradeTo: line.number('gradeTo'),
    seasons: line.listOf('seasons', SEASONS),
    feeYen: line.number('fee'),
    howToApply: line.text('howToApply'),
    venueCode: line.text('venue'),
    departmentCode: line.text('department'),
    subjectKeys: line.list('subjects').map(subjectKey),
    sessions: sessionsOf(line, today),
    confirmedOn: confirmedOn(line, today),
    ...sampleOf(today),
  }));

/** Reads `2@6 09:00-11:30 20 14 2 person-32,person-35`: week ahead @ weekday, hours, places, taken, needed, people. */
function sessionsOf(line: Line, today: string): ExperienceSessionRow[] {
  return line.list('sessions').map((written, at) => {
    const [when = '', hours = '', capacity = '', taken = '', needed = '', names = ''] =
      written.split(' ');
    const [week = 0, weekday = 1] = when.split('@').map(Number);
    const day = addDays(mondayOf(today), week * 7 + weekday - 1);
    const [startsAt = '', endsAt = ''] = hours.split('-');
    return {
      id: opaqueId('experience-session', `${line.text('key')}/${at}`),
      programId: opaqueId('experience', line.text('key')),
      startsAt: moment(day, startsAt),
      endsAt: moment(day, endsAt),
      capacity: capacity === '' ? null : Number(capacity),
      taken: taken === '' ? null : Number(taken),
      supportersNeeded: Number(needed),
      supporterIds: names.split(',').filter(Boolean).map(personId),
    };
  });
}

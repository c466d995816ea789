import { opaqueId } from '../opaque-id.js';
import { type Line, rowsOf } from '../table.js';
import { addDays, moment, todayInTokyo } from '../tokyo-day.js';
import { opportunities } from './opportunities.js';
import { opportunityId } from './opportunity-line.js';
import { sampleOf, type Sourced } from './sourced.js';

/** The kinds of assistance: 手話通訳, 要約筆記, 介助, 移動支援, 外国語通訳. */
const ASSISTANCE_KINDS = [
  'SIGN_LANGUAGE',
  'NOTE_TAKING',
  'PERSONAL_CARE',
  'GUIDE',
  'INTERPRETER',
] as const;

/** Assistants at one opportunity of any department, in numbers (介助・通訳の人数). */
export interface AssistantsRow extends Sourced {
  id: string;
  opportunityId: string;
  kind: (typeof ASSISTANCE_KINDS)[number];
  language: string | null;
  needed: number | null;
  available: number | null;
  confirmed: number | null;
  /** ISO 8601 with +09:00; null where nobody set an end. */
  requestBy: string | null;
}

/** One can ask until five o'clock so many days before an opportunity begins. */
const requestByOf = (line: Line, startsAt: string | undefined): string | null => {
  const days = line.maybeNumber('requestDays');
  if (days === null || startsAt === undefined) return null;
  return moment(addDays(startsAt.slice(0, 10), -days), '17:00');
};

/** Promises the sample's assistants as they stand on `today`. */
export const assistants = (today: string = todayInTokyo()): AssistantsRow[] => {
  const starts = new Map(opportunities(today).map(({ id, startsAt }) => [id, startsAt]));
  return rowsOf('assistants', (line) => {
    const of = opportunityId(line.text('opportunity'));
    const kind = line.oneOf('kind', ASSISTANCE_KINDS);
    const language = line.maybe('language');
    return {
      id: opaqueId('assistants', `${of}/${kind}/${language ?? ''}`),
      opportunityId: of,
      kind,
      language,
      needed: line.maybeNumber('needed'),
      available: line.maybeNumber('available'),
      confirmed: line.maybeNumber('confirmed'),
      requestBy: requestByOf(line, starts.get(of)),
      ...sampleOf(today),
    };
  });
};

import { opaqueId } from '../opaque-id.js';
import type { Line } from '../table.js';
import { text } from '../text.js';
import { addDays, moment } from '../tokyo-day.js';
import { applicationOn } from './application.js';
import {
  AUDIENCES,
  type ChildcareOffer,
  type OpportunityKind,
  type OpportunityRow,
  SELECTION_METHODS,
} from './opportunity.js';
import { roomId } from './rooms.js';
import { daysOf, type Rhythm, sessionsOf } from './sessions.js';
import { sampleOf } from './sourced.js';
import { subjectKey } from './subjects.js';

/** Promises the id of the opportunity with this key of a table. */
export const opportunityId = (key: string): string => opaqueId('opportunity', key);

/** Promises the id of the person of the talent bank with this key. */
export const personId = (key: string): string => opaqueId('person', key);

const monthsOf = (years: number | null, beyond: number): number | null =>
  years === null ? null : years * 12 + beyond;

const childcareOf = (line: Line): ChildcareOffer | null => {
  if (line.maybe('childcarePlaces') === null) return null;
  return {
    places: line.number('childcarePlaces'),
    taken: line.number('childcareTaken'),
    minMonths: line.number('childcareMinMonths'),
    feeYen: line.number('childcareFee'),
  };
};

const rhythmOf = (line: Line): Rhythm => ({
  firstWeek: line.number('firstWeek'),
  everyWeeks: line.number('everyWeeks'),
  times: line.number('times'),
  weekday: line.number('weekday'),
  startsAt: line.text('startsAt'),
  endsAt: line.text('endsAt'),
  venueCode: line.text('venue'),
  roomId: roomId(line.text('room')),
});

const wordsOf = (line: Line) => ({
  title: text(line.text('title'), {
    kana: line.text('kana'),
    plain: line.maybe('titlePlain'),
    en: line.maybe('en'),
  }),
  summary: text(line.text('summary'), { kana: null, plain: line.maybe('plain'), en: null }),
  organiser: line.text('organiser'),
  departmentCode: line.text('department'),
  attendance: 'ONSITE' as const,
});

const audienceOf = (line: Line) => ({
  audiences: line
    .list('audiences')
    .flatMap((written) => AUDIENCES.filter((audience) => audience === written)),
  ages: {
    minMonths: monthsOf(line.maybeNumber('ageMin'), 0),
    maxMonths: monthsOf(line.maybeNumber('ageMax'), 11),
  },
  subjectKeys: line.list('subjects').map(subjectKey),
  instructorIds: line.list('instructors').map(personId),
  measureCodes: line.list('measures'),
});

const feeOf = (yen: number): OpportunityRow['fee'] =>
  yen === 0
    ? { kind: 'FREE', yen, note: null }
    : { kind: 'PAID', yen, note: '全回分。教材費を含みます。' };

const HOW_TO_APPLY = {
  LOTTERY: '会場の窓口またはウェブの申込フォームへ。申込多数の場合は抽選です。',
  FIRST_COME: '電話または会場の窓口へ。先着順です。',
  SCREENING: '申込書に志望の理由を書いて会場の窓口へ。',
  NONE: '申込みはいりません。直接お越しください。',
};

/** Promises the opportunity that a line describes, with dates, numbers and state as they stand on `today`. */
export const opportunityOf = (line: Line, kind: OpportunityKind, today: string): OpportunityRow => {
  const id = opportunityId(line.text('key'));
  const rhythm = rhythmOf(line);
  const days = daysOf(today, rhythm);
  const cancelledDaysAgo = line.maybeNumber('cancelledDaysAgo');
  const method = line.oneOf('method', SELECTION_METHODS);
  const firstDay = days[0] ?? today;
  return {
    id,
    kind,
    ...wordsOf(line),
    ...audienceOf(line),
    howToApply: HOW_TO_APPLY[method],
    fee: feeOf(line.number('fee')),
    ...applicationOn(today, {
      method,
      firstDay,
      opensDays: line.maybeNumber('opensDays'),
      closesDays: line.maybeNumber('closesDays'),
      capacity: line.number('capacity'),
      applied: line.number('applied'),
    }),
    startsAt: moment(firstDay, rhythm.startsAt),
    endsAt: moment(days.at(-1) ?? firstDay, rhythm.endsAt),
    cancelledAt:
      cancelledDaysAgo === null ? null : moment(addDays(today, -cancelledDaysAgo), '10:00'),
    venueCode: rhythm.venueCode,
    roomId: rhythm.roomId,
    childcare: childcareOf(line),
    sessions: sessionsOf(id, days, rhythm),
    ...sampleOf(today),
  };
};

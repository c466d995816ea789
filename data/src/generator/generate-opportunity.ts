import { applicationOn } from '../city/application.js';
import {
  type Audience,
  type OpportunityKind,
  type OpportunityRow,
  SELECTION_METHODS,
} from '../city/opportunity.js';
import { daysOf, type Rhythm, sessionsOf } from '../city/sessions.js';
import { sampleOf } from '../city/sourced.js';
import type { SubjectKey } from '../city/subjects.js';
import { opaqueId } from '../opaque-id.js';
import { moment } from '../tokyo-day.js';
import { Draws } from './draws.js';
import { facilityCode, generatedRoomId } from './generate-facility.js';
import { type CityPlan, ROOMS_PER_FACILITY } from './scale.js';
import { filled, PATTERNS, PLACES, type Topic, TOPICS, type Word } from './words.js';

/** What every generated opportunity needs to know of the city. */
export interface Surroundings {
  /** Numbers of the facilities that serve a kind. */
  housesOf: Record<OpportunityKind, number[]>;
  measureCodes: string[];
  /** MEXT class of each NDC division. */
  mextOf: ReadonlyMap<string, string>;
}

const DEPARTMENTS: Record<OpportunityKind, string> = {
  Course: 'kominkan',
  SportsClass: 'sports',
  CareProgram: 'children',
  LibraryProgram: 'library',
  ExternalOffering: 'culture',
};

const MEANT_FOR: readonly { audiences: Audience[]; from: number | null; to: number | null }[] = [
  { audiences: ['ANYONE'], from: null, to: null },
  { audiences: ['ADULT'], from: 18, to: null },
  { audiences: ['ADULT', 'WORKER'], from: 16, to: null },
  { audiences: ['SENIOR'], from: 65, to: null },
  { audiences: ['SENIOR', 'ADULT'], from: 50, to: null },
  { audiences: ['ELEMENTARY'], from: 6, to: 12 },
  { audiences: ['JUNIOR_HIGH', 'HIGH_SCHOOL'], from: 12, to: 18 },
  { audiences: ['PARENT_CHILD'], from: 0, to: 5 },
  { audiences: ['PARENT_CHILD', 'ELEMENTARY'], from: 3, to: 9 },
  { audiences: ['WOMEN'], from: 18, to: null },
  { audiences: ['MEN'], from: 18, to: null },
  { audiences: ['YOUTH'], from: 15, to: 25 },
];

const TIMES = [
  ['09:30', '11:30'],
  ['13:30', '15:30'],
  ['16:15', '18:00'],
  ['19:00', '21:00'],
] as const;

const FEES = [0, 0, 0, 0, 0, 300, 500, 1_000, 1_500, 3_000];
const CAPACITIES = [8, 10, 12, 15, 20, 24, 30, 40, 60];
const WEEKDAYS = 6;
const BLOCK_WEEKS = 8;

/**
 * The n-th opportunity of a kind gets a room, a weekday, a time and a block of eight weeks of its own: no two can
 * meet, and nothing has to be remembered.
 */
const rhythmOf = (houses: number[], nth: number, draws: Draws): Rhythm => {
  const roomCount = houses.length * ROOMS_PER_FACILITY;
  const inRoom = Math.floor(nth / roomCount);
  const room = nth % roomCount;
  const house = houses[Math.floor(room / ROOMS_PER_FACILITY)] ?? 0;
  const turn = inRoom % (WEEKDAYS * TIMES.length);
  const block = Math.floor(inRoom / (WEEKDAYS * TIMES.length));
  const [startsAt, endsAt] = TIMES[Math.floor(turn / WEEKDAYS)] ?? TIMES[0];
  return {
    firstWeek: (block - 1) * BLOCK_WEEKS + draws.below(4),
    everyWeeks: 1,
    times: 1 + draws.below(4),
    weekday: 2 + (turn % WEEKDAYS),
    startsAt,
    endsAt,
    venueCode: facilityCode(house),
    roomId: generatedRoomId(house, room % ROOMS_PER_FACILITY),
  };
};

const titleOf = (topic: Topic, draws: Draws): Word => {
  const title = filled(draws.pick(PATTERNS), topic, 2 + draws.below(9));
  if (draws.below(3) > 0) return title;
  const place = draws.pick(PLACES);
  return { ja: `${place.ja}　${title.ja}`, kana: `${place.kana}　${title.kana}` };
};

const SUMMARIES = [
  '*の楽しさを、はじめての人にもわかるように進めます。',
  '*について、実物に触れながら少人数で学びます。',
  '経験のある人もない人も、いっしょに*に取り組みます。',
  '*の基本を確かめ、終わったあとも続けられる形を考えます。',
];

const subjectsOf = (topic: Topic, mextOf: ReadonlyMap<string, string>): SubjectKey[] => [
  { scheme: 'NDC', code: topic.ndc },
  { scheme: 'MEXT', code: mextOf.get(topic.ndc) ?? '9' },
  { scheme: 'SURVEY', code: topic.survey },
];

const meantFor = (draws: Draws): Pick<OpportunityRow, 'audiences' | 'ages'> => {
  const { audiences, from, to } = draws.pick(MEANT_FOR);
  const minMonths = from === null ? null : from * 12;
  return { audiences, ages: { minMonths, maxMonths: to === null ? null : to * 12 + 11 } };
};

const wordsOf = (kind: OpportunityKind, topic: Topic, draws: Draws) => {
  const title: OpportunityRow['title'] = titleOf(topic, draws);
  return {
    kind,
    title,
    summary: { ja: draws.pick(SUMMARIES).replace('*', topic.ja) },
    organiser: `${draws.pick(PLACES).ja}の会`,
    departmentCode: DEPARTMENTS[kind],
    howToApply: '会場の窓口へ。',
    attendance: 'ONSITE' as const,
  };
};

const applicationOf = (today: string, firstDay: string, draws: Draws) => {
  const method = draws.pick(SELECTION_METHODS);
  const capacity = draws.pick(CAPACITIES);
  const none = method === 'NONE';
  return applicationOn(today, {
    method,
    firstDay,
    opensDays: none ? null : 14 + draws.below(40),
    closesDays: none ? null : 1 + draws.below(12),
    capacity,
    applied: none ? 0 : draws.below(capacity * 2),
  });
};

const feeOf = (yen: number): OpportunityRow['fee'] =>
  yen === 0 ? { kind: 'FREE', yen, note: null } : { kind: 'PAID', yen, note: '全回分' };

/** Promises the generated opportunity of a kind with this number among its kind. */
export const generateOpportunity = (
  plan: CityPlan,
  around: Surroundings,
  { kind, nth }: { kind: OpportunityKind; nth: number },
): OpportunityRow => {
  const draws = new Draws(plan.seed, kind, nth);
  const id = opaqueId('generated-opportunity', `${plan.seed}/${kind}/${nth}`);
  const topic = draws.pick(TOPICS);
  const rhythm = rhythmOf(around.housesOf[kind], nth, draws);
  const days = daysOf(plan.today, rhythm);
  const firstDay = days[0] ?? plan.today;
  const childcare = draws.below(10) === 0;
  return {
    id,
    ...wordsOf(kind, topic, draws),
    ...meantFor(draws),
    subjectKeys: subjectsOf(topic, around.mextOf),
    fee: feeOf(draws.pick(FEES)),
    ...applicationOf(plan.today, firstDay, draws),
    startsAt: moment(firstDay, rhythm.startsAt),
    endsAt: moment(days.at(-1) ?? firstDay, rhythm.endsAt),
    cancelledAt: draws.below(100) === 0 ? moment(plan.today, '08:00') : null,
    venueCode: rhythm.venueCode,
    roomId: rhythm.roomId,
    instructorIds: [generatedPersonId(plan.seed, draws.below(plan.counts.people))],
    measureCodes: [draws.pick(around.measureCodes)],
    childcare: childcare
      ? { places: 8, taken: draws.below(9), minMonths: 6 + draws.below(3) * 6, feeYen: 300 }
      : null,
    sessions: sessionsOf(id, days, rhythm),
    ...sampleOf(plan.today),
  };
};

/** Promises the id of the generated person with this number. */
export const generatedPersonId = (seed: number, at: number): string =>
  opaqueId('generated-person', `${seed}/${at}`);

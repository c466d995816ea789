import type { City } from './city.js';
import type { Opportunity } from './opportunity.js';

type Course = Extract<Opportunity, { readonly __typename: 'Course' }>;
type SportsClass = Extract<Opportunity, { readonly __typename: 'SportsClass' }>;
type Program = Extract<Opportunity, { readonly __typename: 'LibraryProgram' }>;

/** The city of the tests. */
export const aCity: City = {
  code: '132292',
  prefecture: '東京都',
  city: '西東京市',
  address: 'https://manabi.example.jp',
};

const common = {
  title: { ja: '介護のはじめかた', kana: 'カイゴノハジメカタ', plain: null, en: null },
  summary: { ja: '家での支え方を学びます。' },
  startsAt: '2026-12-05T01:00:00.000Z',
  endsAt: '2026-12-05T03:00:00.000Z',
  cancelledAt: null,
  withdrawnAt: null,
  edition: 2,
  changedAt: null,
  replacedBy: null,
  applicationState: 'OPEN',
  applyPeriod: { opensAt: '2026-11-01T00:00:00.000Z', closesAt: '2026-11-30T08:00:00.000Z' },
  selection: { method: 'FIRST_COME' },
  fee: { kind: 'PAID', yen: 300, note: null },
  seats: { capacity: 20, left: 3, waiting: 0 },
  ages: { minMonths: 216, maxMonths: null },
  audiences: ['ADULT', 'SENIOR'],
  attendance: 'ONSITE',
  howToApply: '電話で',
  url: 'https://www.example.jp/kaigo?a=1,2;b=3',
  organiser: '柳沢公民館',
  roomText: '第1会議室',
  venueText: null,
  subjects: [{ scheme: 'MEXT', code: '8', label: { ja: '家庭生活・趣味' } }],
  venue: {
    code: '132292-0302',
    name: { ja: '柳沢公民館' },
    type: 'KOMINKAN',
    address: { block: '柳沢一丁目', number: '15-1', building: null, floor: null },
    point: { latitude: 35.7281, longitude: 139.5512 },
    phone: '042-464-8211',
    url: null,
  },
  provenance: {
    department: 'kominkan',
    dataset: 'courses',
    asOf: '2026-11-20T00:00:00.000Z',
    licence: 'CC BY 4.0',
    sample: false,
  },
} as const;

/** A course with one session, save for what a test says. */
export const aCourse = (said: Partial<Course> = {}): Course => ({
  __typename: 'Course',
  id: 'course-1',
  ...common,
  childcareOffered: 'YES',
  sessions: [
    {
      id: 'session-1',
      startsAt: '2026-12-05T01:00:00.000Z',
      endsAt: '2026-12-05T03:00:00.000Z',
      allDay: false,
      topic: '制度のしくみ',
      cancelledAt: null,
      notice: null,
      formerStartsAt: null,
      room: { name: { ja: '第1会議室' } },
    },
  ],
  ...said,
});

/** A programme of a library that takes place once, save for what a test says. */
export const aProgram = (said: Partial<Program> = {}): Program => ({
  __typename: 'LibraryProgram',
  id: 'program-1',
  ...common,
  occurrences: [
    { startsAt: '2026-12-05T01:00:00.000Z', endsAt: '2026-12-05T03:00:00.000Z', allDay: false },
  ],
  ...said,
});

/** A class of two times, the first of which was called off, save for what a test says. */
export const aClass = (said: Partial<SportsClass> = {}): SportsClass => ({
  __typename: 'SportsClass',
  id: 'class-1',
  ...common,
  times: [
    {
      number: 1,
      startsAt: '2026-12-05T01:00:00.000Z',
      endsAt: '2026-12-05T03:00:00.000Z',
      allDay: false,
      cancelledAt: '2026-11-28T00:00:00.000Z',
      notice: '雨天のため',
      formerStartsAt: null,
    },
    {
      number: 2,
      startsAt: '2026-12-12T04:00:00.000Z',
      endsAt: '2026-12-12T06:00:00.000Z',
      allDay: false,
      cancelledAt: null,
      notice: null,
      formerStartsAt: '2026-12-12T01:00:00.000Z',
    },
  ],
  ...said,
});

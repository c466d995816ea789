import type { Facility } from './facility-data.js';

/** A library with hours, closures and some known equipment, save for what a test says. */
export const aFacility = (said: Partial<Facility> = {}): Facility => ({
  code: '132292-0201',
  name: { ja: '中央図書館', kana: 'チュウオウトショカン' },
  aliases: ['中央'],
  type: 'LIBRARY',
  status: 'OPEN',
  withdrawnAt: null,
  replacedBy: null,
  address: { block: '南町五丁目', number: '6-11', building: null, floor: null },
  point: { latitude: 35.72596, longitude: 139.537549 },
  phone: '042-465-0823',
  url: null,
  hours: [
    { weekday: 2, opensAt: '10:00', closesAt: '18:00' },
    { weekday: 3, opensAt: null, closesAt: null },
  ],
  hoursNote: null,
  closedDays: [
    { rule: 'WEEKDAY', weekday: 1, nth: null, from: null, to: null },
    { rule: 'NTH_WEEKDAY', weekday: 5, nth: 4, from: null, to: null },
    { rule: 'HOLIDAY', weekday: null, nth: null, from: null, to: null },
    { rule: 'YEAR_END', weekday: null, nth: null, from: '12-29', to: '01-03' },
  ],
  closures: [
    {
      id: 'closure-1',
      startsAt: '2026-12-13T15:00:00.000Z',
      endsAt: '2026-12-27T15:00:00.000Z',
      liftedAt: null,
      reason: { ja: '改修工事のため' },
      rooms: [],
      provenance: null,
    },
    {
      id: 'closure-2',
      startsAt: '2027-01-13T15:00:00.000Z',
      endsAt: '2027-01-14T15:00:00.000Z',
      liftedAt: '2026-11-01T00:00:00.000Z',
      reason: null,
      rooms: null,
      provenance: null,
    },
  ],
  access: {
    items: [
      {
        code: 'STEP_FREE',
        term: 'スロープ・エレベータ・エスカレータ',
        value: 'YES',
        note: null,
        asOf: null,
      },
      { code: 'NURSING_ROOM', term: '授乳室', value: 'NO', note: null, asOf: null },
      { code: 'STROLLER', term: 'ベビーカー利用', value: 'UNKNOWN', note: null, asOf: null },
    ],
    note: null,
    routes: [{ mode: 'TRAIN', stop: '田無駅', walkMinutes: 4, stepFree: 'YES' }],
    provenance: null,
  },
  provenance: {
    department: 'library',
    dataset: 'facilities',
    asOf: '2026-11-20T00:00:00.000Z',
    licence: 'CC BY 4.0',
    sample: false,
  },
  ...said,
});

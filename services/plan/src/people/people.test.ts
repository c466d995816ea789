import { openTestService } from '@manabi/kit/testing/test-service';
import { leftInSteps } from '@manabi/kit/vocabulary/seats';
import { seatsInSteps } from '@manabi/kit/vocabulary/seats-in-sql';
import { expect, test } from 'vitest';

import { aFact } from '../fact/fact.builder.js';
import { aLink, aMeasure } from '../measure/measure.builder.js';
import { aCount } from '../population/population.builder.js';
import { aReport } from '../reported-count/reported-count.builder.js';
import { aRecord } from '../record/record-fact.builder.js';
import { plan } from '../service.js';
import { sealSnapshot } from '../snapshot/snapshot.repository.js';

const asked = `query ($question: StatisticQuestion!) { statistics(question: $question) {
  id rows { keys cells { value state told expected missing { code } } } notes { suppressed remarks { ja } } } }`;

interface Told {
  rows: { keys: string[]; cells: { value: number | null; state: string }[] }[];
}

async function openPlan() {
  const service = await openTestService(plan);
  const place = (name: string, districtCode: string) => [
    aCount({ id: name, areaCode: name, districtCode, count: 20_000, ageMin: 0, ageMax: null }),
    aRecord({ kind: 'Facility', recordId: `hall ${name}`, areaCode: name }),
  ];
  await service.plant(...place('A1', 'D01'), ...place('A2', 'D02'), ...place('A3', 'D03'));
  const table = async (question: object) => {
    const { data, errors } = await service.ask(asked, { question });
    expect(errors).toEqual([]);
    return data.statistics;
  };
  const told = async (question: object) =>
    Object.fromEntries(
      ((await table(question)) as Told).rows.map(({ keys, cells: [cell] }) => [
        keys.join(' '),
        cell?.state === 'SHOWN' ? cell.value : cell?.state,
      ]),
    );
  return { ...service, table, told };
}

const visits = (month: string, counts: Record<string, number>) =>
  Object.entries(counts).map(([age, count]) =>
    aReport({ month, ageBand: age, count, facilityCode: 'hall A1' }),
  );

test('few people are held back with as many others as subtraction takes, by month and by year alike', async () => {
  const { plant, told } = await openPlan();
  await plant(
    ...visits('2026-06', { '0-5': 7, '6-11': 60, '12-14': 100, '65+': 400 }),
    ...visits('2026-07', { '0-5': 80, '6-11': 90, '65+': 300 }),
  );
  const question = { measures: ['VISITS'], dimensions: ['MONTH', 'AGE_BAND'] };

  const cells = await told(question);

  expect(cells).toMatchObject({
    '2026-06 0-5': 'SUPPRESSED',
    '2026-06 65+': 400,
    '2026-07 0-5': 80,
    '2026-07 12-14': 0,
  });
  expect(Object.values(cells).filter((cell) => cell === 'SUPPRESSED').length).toBeGreaterThan(1);
  expect(await told({ ...question, dimensions: ['MONTH'] })).toMatchObject({ '2026-06': 567 });
  expect(await told({ ...question, smallestCell: 200 })).toMatchObject({
    '2026-07 0-5': 'SUPPRESSED',
    '2026-07 65+': 'SUPPRESSED',
    '2026-06 65+': 400,
  });
});

test('who reported nothing is missing and no zero, and a month that is not over is told by nobody', async () => {
  const { plant, table } = await openPlan();
  await plant(...visits('2026-08', { '65+': 400 }), aReport({ month: '2026-09', count: 500 }));

  const { rows } = await table({
    measures: ['VISITS'],
    dimensions: ['MONTH'],
    fromMonth: '2026-08',
    toMonth: '2026-09',
  });

  expect(rows).toMatchObject([
    {
      cells: [
        {
          value: 400,
          told: 1,
          expected: 4,
          missing: [{ code: 'kominkan' }, { code: 'sports' }, { code: 'welfare' }],
        },
      ],
    },
    { cells: [{ value: null, state: 'MISSING', told: 0 }] },
  ]);
});

test('what is closed stays as it was told, whatever is reported later', async () => {
  const { plant, told, em } = await openPlan();
  await plant(...visits('2026-06', { '65+': 400, '0-5': 300 }));
  const question = {
    measures: ['VISITS'],
    dimensions: ['AGE_BAND'],
    fromMonth: '2026-06',
    toMonth: '2026-06',
  };

  const before = await told(question);
  await em().execute('update reported_count set count = count + 1');
  await sealSnapshot(em(), new Date('2026-10-06T10:00:00+09:00'));

  expect(await told(question)).toEqual(before);
  expect(before).toMatchObject({ '65+': 400, '0-5': 300 });
});

test('a fiscal year is told when it is over, and the attendance rate only where both its numbers are', async () => {
  const { plant, told } = await openPlan();
  const course = (opportunityId: string, given: object) =>
    aFact({
      opportunityId,
      startsAt: new Date('2025-06-10T10:00:00+09:00'),
      capacity: 100,
      ...given,
    });
  await plant(
    course('a', { taken: 80, waiting: 0, department: 'kominkan', venueCode: 'hall A1' }),
    course('b', { taken: 5, department: 'sports', venueCode: 'hall A2' }),
    course('c', { taken: 60, department: 'library', venueCode: 'hall A2' }),
    course('d', { taken: 70, department: 'welfare', venueCode: 'hall A3' }),
    aReport({ measure: 'PARTICIPANTS', department: 'kominkan', month: '2025-06', count: 60 }),
    aReport({ measure: 'PARTICIPANTS', department: 'welfare', month: '2025-06', count: 63 }),
  );
  const year = { fromMonth: '2025-04', toMonth: '2026-03' };

  expect(await told({ measures: ['APPLICANTS'], dimensions: [], ...year })).toEqual({ '': 215 });
  expect(
    await told({ measures: ['APPLICANTS'], dimensions: ['DEPARTMENT'], ...year }),
  ).toMatchObject({ kominkan: 80, sports: 'SUPPRESSED', library: 'SUPPRESSED', welfare: 70 });
  expect(
    await told({
      measures: ['ATTENDANCE_RATE'],
      dimensions: ['DEPARTMENT', 'MONTH'],
      fromMonth: '2025-06',
      toMonth: '2025-06',
    }),
  ).toMatchObject({ 'kominkan 2025-06': 75, 'welfare 2025-06': 90, 'sports 2025-06': 'MISSING' });
});

test('a department that tells no such number has none, and never a zero', async () => {
  const { plant, told } = await openPlan();
  await plant(
    ...visits('2026-06', { '65+': 400 }),
    aFact({ opportunityId: 'a', department: 'heritage' }),
  );

  const cells = await told({
    measures: ['VISITS'],
    dimensions: ['MONTH', 'DEPARTMENT'],
    fromMonth: '2026-06',
    toMonth: '2026-06',
  });

  expect(cells).toMatchObject({ '2026-06 library': 400, '2026-06 heritage': 'MISSING' });
});

test('in a city of fewer than 2,000 nothing is told of people, and samples are counted apart', async () => {
  const { plant, told, table, em } = await openPlan();
  await em().execute('update population_count set count = 500');
  await plant(
    ...visits('2026-06', { '65+': 400 }),
    aReport({
      id: 's',
      month: '2026-06',
      count: 700,
      provenance: { department: 'library', sample: true },
    }),
  );
  const question = { measures: ['VISITS'], dimensions: ['MONTH'] };

  expect(await told(question)).toEqual({
    '2026-06': 'SUPPRESSED',
    '2026-07': 'MISSING',
    '2026-08': 'MISSING',
  });
  expect(await table({ ...question, countSamples: true })).toMatchObject({
    notes: { remarks: [{ ja: expect.stringContaining('見本') }] },
  });
});

test.each([
  [{ measures: ['VISITS'], dimensions: ['AGE_BAND'] }, /by periods that are over/],
  [
    { measures: ['VISITS'], dimensions: ['MONTH', 'DISTRICT', 'AGE_BAND'] },
    /MONTH × DEPARTMENT × AGE_BAND/,
  ],
  [{ measures: ['VISITS'], dimensions: ['WEEKDAY', 'MONTH'] }, /not told by WEEKDAY/],
  [
    {
      measures: ['VISITS'],
      dimensions: ['MONTH'],
      filters: [{ dimension: 'AGE_BAND', values: ['65+', '0-5'] }],
    },
    /not added up anew/,
  ],
  [
    { measures: ['VISITS'], dimensions: ['FISCAL_YEAR'], fromMonth: '2025-05' },
    /for the whole year/,
  ],
])('%o fits no cube and is refused with what would fit', async (question, message) => {
  const { ask } = await openTestService(plan);

  const { data } = await ask(
    `query ($question: StatisticQuestion!) { statistics(question: $question) { refusal { text { ja en { text } } } } }`,
    { question },
  );

  expect(data.statistics.refusal.text.en.text).toMatch(message);
  expect(data.statistics.refusal.text.ja).toMatch(/人数|来館者数/);
});

test('what lists tell of places left is the same in SQL as anybody reads it', async () => {
  const { em } = await openTestService(plan);
  const rows = await em().execute<
    { capacity: number; taken: number; least: number; most: number }[]
  >(
    `select capacity, taken, least, most from generate_series(1, 131) capacity, generate_series(0, 135) taken,
     ${seatsInSteps({ capacity: 'capacity', taken: 'taken' })} where taken <= capacity + 1`,
  );

  const wrong = rows.filter(({ capacity, taken, least, most }) => {
    const told = (left: number) => leftInSteps(left, capacity);
    const shown = told(capacity - taken);
    return shown !== least || told(most) !== shown || (most < capacity && told(most + 1) === shown);
  });
  expect(wrong).toEqual([]);
});

test('a closed month is told anew only where no number changes by few people, and the old table stays', async () => {
  const { plant, told, em, ask } = await openPlan();
  await plant(...visits('2026-06', { '65+': 400, '18-64': 300, '0-5': 200 }));
  const question = {
    measures: ['VISITS'],
    dimensions: ['AGE_BAND'],
    fromMonth: '2026-06',
    toMonth: '2026-06',
  };
  const correct = async (sql: string) => {
    await em().execute(sql);
    const outcomes: object[] = [];
    await sealSnapshot(em(), new Date('2026-10-05T12:00:00+09:00'), {
      correct: { month: '2026-06', told: (each) => void outcomes.push(...each) },
    });
    return outcomes;
  };

  const before = await told(question);
  const { data } = await ask(asked, { question });
  const kept = await correct(`update reported_count set count = count + 3 where age_band = '65+'`);
  const still = await told(question);
  const corrected = await correct(
    `update reported_count set count = count + 60 where age_band = '65+'`,
  );
  const again = await ask(
    asked
      .replace('($question: StatisticQuestion!)', '($id: ID!)')
      .replace('statistics(question: $question)', 'statistics: statisticTable(id: $id)'),
    { id: data.statistics.id },
  );

  expect(kept).toEqual([{ measure: 'VISITS', outcome: 'KEPT' }]);
  expect(still).toEqual(before);
  expect(corrected).toEqual([{ measure: 'VISITS', outcome: 'CORRECTED' }]);
  expect(await told(question)).toEqual({ ...before, '65+': 463 });
  expect(again.data.statistics).toEqual(data.statistics);
});

test('no rate, no number per 1,000, no stricter table, no second asking and no older field tells what is held back', async () => {
  const { plant, told, table, ask } = await openPlan();
  const starts = { startsAt: new Date('2026-06-10T10:00:00+09:00'), capacity: 100 };
  await plant(
    aMeasure({ code: '1-1' }),
    aFact({ opportunityId: 'a', ...starts, taken: 5 }),
    aFact({ opportunityId: 'b', ...starts, taken: 60, department: 'sports' }),
    aFact({ opportunityId: 'c', ...starts, taken: 70, department: 'library' }),
    aLink('1-1', 'a'),
    aReport({ measure: 'PARTICIPANTS', department: 'kominkan', month: '2026-06', count: 40 }),
  );
  const month = { fromMonth: '2026-06', toMonth: '2026-06' };
  const by = { dimensions: ['DEPARTMENT'], ...month };

  const people = await told({ measures: ['APPLICANTS'], ...by });
  const rates = await told({ measures: ['ATTENDANCE_RATE'], ...by });
  const perThousand = await told({ measures: ['APPLICANTS'], ...by, perThousandOf: '65+' });
  const stricter = await told({ measures: ['APPLICANTS'], ...by, smallestCell: 65 });
  const { data } = await ask(
    `query ($of: [_Any!]!) { _entities(representations: $of) { ... on Measure {
      participation { total { attendees { value isHeldBack } waiting { value isHeldBack } emptySeats } } } } }`,
    { of: [{ __typename: 'Measure', code: '1-1' }] },
    { role: 'analyst', subject: 'analyst', scopes: ['plan.statistics'] },
  );

  expect(people).toMatchObject({ kominkan: 'SUPPRESSED', sports: 'SUPPRESSED', library: 70 });
  expect(rates).toMatchObject({ kominkan: 'SUPPRESSED' });
  expect(perThousand).toMatchObject({ kominkan: 'SUPPRESSED', sports: 'SUPPRESSED' });
  expect(stricter).toMatchObject({ kominkan: 'SUPPRESSED', sports: 'SUPPRESSED', library: 70 });
  expect(await table({ measures: ['APPLICANTS'], ...by })).toEqual(
    await table({ measures: ['APPLICANTS'], ...by }),
  );
  const held = { value: null, isHeldBack: true };
  expect(data._entities[0].participation.total).toEqual({
    attendees: held,
    waiting: held,
    emptySeats: null,
  });
});

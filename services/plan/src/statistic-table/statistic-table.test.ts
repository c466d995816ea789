import { openTestService } from '@manabi/kit/testing/test-service';
import { Audience } from '@manabi/kit/vocabulary/audience';
import { expect, test } from 'vitest';

import { aFact } from '../fact/fact.builder.js';
import { aLink, aMeasure } from '../measure/measure.builder.js';
import { aCount } from '../population/population.builder.js';
import { aRecord } from '../record/record-fact.builder.js';
import { digestOf } from '../release/release.repository.js';
import { plan } from '../service.js';
import { snapshotToAsk } from '../snapshot/first-snapshot.repository.js';
import { sealSnapshot, snapshotByNumber } from '../snapshot/snapshot.repository.js';
import type { CanonicalQuestion } from './canonical-question.js';
import { makeTable } from './make-table.repository.js';

const asked = `query ($question: StatisticQuestion!) { statistics(question: $question) { ...whole } }
  fragment whole on StatisticTable { id snapshot { id sealedAt revision } definitionsVersion official
    question { measures dimensions filters { dimension values } fromMonth toMonth perThousandOf smallestCell countSamples
      text { ja en { text } } }
    axes { code label { ja } values { code label { ja } } }
    rows { keys cells { measure value state told expected missing { code } } }
    notes { suppressed missing sources { ja } asOf policy { ja } remarks { ja } } }`;
const again = asked
  .replace('($question: StatisticQuestion!)', '($id: ID!)')
  .replace('statistics(question: $question)', 'statisticTable(id: $id)');

const subjects = (...codes: string[]) => codes.map((code) => ({ scheme: 'MEXT', code }));
const time = (from: string): [number, number] => {
  const starts = Date.parse(`${from}:00+09:00`) / 1000;
  return [starts, starts + 7_200];
};

async function openPlan() {
  const service = await openTestService(plan);
  const at = (name: string, district: string) => [
    aCount({
      id: `${name} old`,
      areaCode: name,
      districtCode: district,
      ageMin: 65,
      ageMax: null,
      count: 400,
    }),
    aCount({
      id: `${name} young`,
      areaCode: name,
      districtCode: district,
      ageMin: 0,
      ageMax: 64,
      count: 30_000,
    }),
    aRecord({ kind: 'Facility', recordId: `hall ${name}`, areaCode: name }),
  ];
  await service.plant(...at('A1', 'D01'), ...at('A2', 'D02'));
  const table = async (question: object) => {
    const { data, errors } = await service.ask(asked, { question });
    expect(errors).toEqual([]);
    return data.statistics;
  };
  return { ...service, table };
}

const numbers = (table: { rows: { keys: string[]; cells: { value: number | null }[] }[] }) =>
  Object.fromEntries(
    table.rows.map(({ keys, cells }) => [keys.join(' '), cells.map(({ value }) => value)]),
  );

test('places per 1,000 people over 65 by district are told with who told no places', async () => {
  const { plant, table } = await openPlan();
  await plant(
    aFact({ opportunityId: 'a', venueCode: 'hall A1', audiences: [Audience.SENIOR], capacity: 20 }),
    aFact({ opportunityId: 'b', venueCode: 'hall A1', audiences: [Audience.ANYONE], capacity: 10 }),
    aFact({ opportunityId: 'c', venueCode: 'hall A1', audiences: [Audience.INFANT], capacity: 99 }),
    aFact({
      opportunityId: 'd',
      venueCode: 'hall A2',
      audiences: [Audience.SENIOR],
      department: 'sports',
    }),
    aFact({
      opportunityId: 'e',
      venueCode: 'hall A1',
      audiences: [Audience.SENIOR],
      capacity: 99,
      sample: true,
    }),
    aFact({ opportunityId: 'f', venueCode: 'hall A1', capacity: 99, cancelledAt: new Date() }),
  );
  const question = {
    measures: ['SEATS', 'OPPORTUNITIES'],
    dimensions: ['DISTRICT'],
    filters: [{ dimension: 'AGE_BAND', values: ['65+'] }],
    perThousandOf: '65+',
  };

  const told = await table(question);

  expect(told.axes[0].values.map(({ code }: { code: string }) => code)).toEqual(['D01', 'D02']);
  expect(numbers(told)).toEqual({ D01: [75, 5], D02: [0, 2.5] });
  expect(told.rows[1].cells[0]).toMatchObject({
    state: 'SHOWN',
    told: 1,
    expected: 5,
    missing: [{ code: 'center' }, { code: 'library' }, { code: 'sports' }, { code: 'welfare' }],
  });
  expect(told.question.text.ja).toBe(
    '小学校区別の定員・学習機会数（65歳以上の人口1,000人当たり）（年齢階級＝65歳以上）',
  );
  expect(told.official).toBe(true);
  expect(await table({ ...question, countSamples: true })).toMatchObject({
    official: false,
    notes: { remarks: [{ ja: expect.stringContaining('見本') }] },
  });
});

test('sessions fall into months, weekdays and parts of the day of Japan, and measures and categories count each they fit', async () => {
  const { plant, table } = await openPlan();
  await plant(
    aMeasure({ code: '1-1' }),
    aMeasure({ code: '1-2' }),
    aFact({
      opportunityId: 'a',
      subjectKeys: subjects('5', '6'),
      times: [time('2026-03-31T23:30'), time('2026-04-01T09:00'), time('2026-04-05T18:00')],
    }),
    aLink('1-1', 'a'),
    aLink('1-2', 'a'),
  );

  const ask = async (...dimensions: string[]) =>
    numbers(await table({ measures: ['SESSIONS', 'OPPORTUNITIES'], dimensions }));

  expect(await ask('MONTH')).toEqual({ '2026-03': [1, 1], '2026-04': [2, 0] });
  expect(await ask('FISCAL_YEAR')).toEqual({ 2025: [1, 1], 2026: [2, 0] });
  expect(await ask('MEASURE')).toEqual({ '1-1': [3, 1], '1-2': [3, 1] });
  expect(await ask('CATEGORY')).toMatchObject({ 5: [3, 1], 6: [3, 1], 1: [0, 0] });
  expect(await ask('WEEKDAY', 'TIME_BAND')).toMatchObject({
    '2 EVENING': [1, 1],
    '3 MORNING': [1, 0],
    '7 EVENING': [1, 0],
    '7 MORNING': [0, 0],
  });
  expect(await ask()).toEqual({ '': [3, 1] });
});

test('a table made again after 10,000 changes is equal, and its release is written down without a person', async () => {
  const { plant, table, ask, em } = await openPlan();
  await plant(aFact({ opportunityId: 'a', venueCode: 'hall A1', capacity: 20 }));
  const question = { measures: ['SEATS'], dimensions: ['DEPARTMENT', 'DISTRICT', 'MONTH'] };

  const first = await table(question);
  await em().execute(
    `insert into opportunity_fact (opportunity_id, kind, department, sample, starts_at, audiences, subject_keys, times, capacity, venue_code, source, epoch)
     select 'n' || n, 'Course', 'kominkan', false, timestamptz '2026-04-01' + n * interval '1 hour', '{}', '[]', '[]', n % 40, 'hall A2', 'kominkan', 'e'
     from generate_series(1, 10000) n`,
  );
  await em().execute(`update record_fact set area_code = 'A2', label = 'moved'`);
  const { data } = await ask(again, { id: first.id });
  const [release] = await em().execute<[Record<string, unknown>]>(
    `select r.official, r.policy, d.role, d.client from statistic_release r join statistic_reader d on d.release_id = r.id`,
  );

  expect(JSON.stringify(data.statisticTable)).toBe(JSON.stringify(first));
  expect((await table(question)).id).toBe(first.id);
  expect(release).toEqual({
    official: true,
    policy: { smallestCell: 10 },
    role: 'anonymous',
    client: '',
  });
});

test('a table that earlier definitions made is made again in their words, and told apart by its id', async () => {
  const { plant, table, ask, em } = await openPlan();
  await plant(aFact({ opportunityId: 'a', department: 'welfare', venueCode: 'hall A1' }));
  const question = { measures: ['OPPORTUNITIES'], dimensions: ['DEPARTMENT'] };
  const now = await table(question);

  const [release] = await em().execute<[{ snapshot: number; question: object }]>(
    'select snapshot, question from statistic_release',
  );
  const snapshot = await snapshotByNumber(em(), release.snapshot);
  // What the register keeps is a question as it was written.
  const made = await makeTable(em(), release.question as CanonicalQuestion, {
    // Sealed above.
    snapshot: snapshot!,
    definitions: '2026-11-2',
  });
  await em().execute(
    `insert into statistic_release (id, snapshot, question, definitions, policy, official, digest, released_at)
     select ?, snapshot, question, '2026-11-2', policy, official, ?, released_at from statistic_release`,
    [made.id, digestOf(made)],
  );
  const { data } = await ask(again, { id: made.id });

  const labelIn = (told: typeof now) =>
    told.axes[0].values.find(({ code }: { code: string }) => code === 'welfare').label.ja;
  expect(labelIn(now)).toBe('福祉・子育て・健康');
  expect(labelIn(data.statisticTable)).toBe('子育て・福祉・健康');
  expect(data.statisticTable.id).not.toBe(now.id);
  expect(data.statisticTable.rows).toEqual(now.rows);
  expect(data.statisticTable.definitionsVersion).toBe('2026-11-2');
});

test('many first questions of a city seal one snapshot', async () => {
  const { table, em } = await openPlan();
  const question = { measures: ['OPPORTUNITIES'], dimensions: [] };

  const told = await Promise.all(Array.from({ length: 6 }, () => table(question)));
  const sealed = await em().execute('select id from statistic_snapshot');

  expect(new Set(told.map(({ id }) => id)).size).toBe(1);
  expect(sealed).toEqual([{ id: '2026-10-05.1' }]);
});

test.each<[object, string, [ja: RegExp, en: RegExp]]>([
  [
    { measures: ['SEATS'], dimensions: ['MONTH', 'WEEKDAY', 'DISTRICT', 'MEASURE'] },
    'DIMENSIONS',
    [/3つまで/, /at most 3/],
  ],
  [
    { measures: ['SEATS'], dimensions: [], fromMonth: '2026-13' },
    'PERIOD',
    [/開始月/, /"fromMonth" is no month/],
  ],
  [{ measures: [], dimensions: [] }, 'MEASURES', [/4つまで/, /one to 4 measures/]],
  [
    { measures: ['SEATS'], dimensions: [], perThousandOf: 'old' },
    'PER_THOUSAND',
    [/0-5、/, /one of 0-5/],
  ],
  [
    { measures: ['SEATS'], dimensions: [], snapshot: 'never' },
    'SNAPSHOT_UNKNOWN',
    [/控えはありません/, /No such snapshot/],
  ],
])('%o is refused as %s, in both languages, with what to do', async (question, code, [ja, en]) => {
  const { ask } = await openTestService(plan);

  const { data, errors } = await ask(
    `query ($question: StatisticQuestion!) { statistics(question: $question) {
      id rows { keys } refusal { code text { ja en { text } } } } }`,
    { question },
  );

  expect(errors).toEqual([]);
  expect(data.statistics).toMatchObject({ id: null, rows: null, refusal: { code } });
  expect(data.statistics.refusal.text.ja).toMatch(ja);
  expect(data.statistics.refusal.text.en.text).toMatch(en);
});

test('a later question is answered from the last sealed snapshot, which says its day, until the night seals another', async () => {
  const { plant, table, em } = await openPlan();
  const question = { measures: ['OPPORTUNITIES'], dimensions: [] };
  await sealSnapshot(em(), new Date('2026-10-03T02:30:00+09:00'));
  await plant(aFact({ opportunityId: 'new' }));

  const before = await table(question);
  for (const { run } of plan.daily ?? []) {
    await run(em(), new Date('2026-10-05T02:30:00+09:00'));
    await run(em(), new Date('2026-10-05T02:31:00+09:00'));
  }
  const after = await table(question);

  expect([before.snapshot.id, numbers(before)]).toEqual(['2026-10-03.1', { '': [null] }]);
  expect([after.snapshot.id, numbers(after)]).toEqual(['2026-10-05.1', { '': [1] }]);
});

test('a question that comes before anything was sealed waits a little, and the sealing that it began goes on', async () => {
  const { em } = await openTestService(plan);
  const wait = (most: number) => snapshotToAsk(em(), new Date('2026-10-05T10:00:00+09:00'), most);
  const early = await em()
    .fork()
    .transactional(async (other) => {
      // Another process seals, and takes its time.
      await other.execute(`select pg_advisory_xact_lock(hashtext('statistic_snapshot'))`);
      return wait(100);
    });

  const late = await wait(10_000);

  expect(early).toBeNull();
  expect(late?.id).toBe('2026-10-05.1');
});

import { lifeStages } from '@manabi/center/application-calendar/life-stage.rules';
import { Audience } from '@manabi/kit/vocabulary/audience';
import { areas } from '@manabi/data/city/areas';
import { accessProfiles } from '@manabi/data/city/access-profiles';
import { bookSets } from '@manabi/data/city/book-sets';
import { branchServices } from '@manabi/data/city/branch-services';
import { carePrograms } from '@manabi/data/city/care-programs';
import { childcareSessions } from '@manabi/data/city/childcare-sessions';
import { closures } from '@manabi/data/city/closures';
import { courses } from '@manabi/data/city/courses';
import { courtSlots, courts } from '@manabi/data/city/courts';
import { departments } from '@manabi/data/city/departments';
import { desks } from '@manabi/data/city/desks';
import { digitalItems } from '@manabi/data/city/digital-items';
import { externalOfferings } from '@manabi/data/city/external-offerings';
import { facilities } from '@manabi/data/city/facilities';
import { groups } from '@manabi/data/city/groups';
import { holdings } from '@manabi/data/city/holdings';
import { libraryBranches } from '@manabi/data/city/library-branches';
import { libraryPrograms } from '@manabi/data/city/library-programs';
import { measureRules } from '@manabi/data/city/measure-rules';
import { measureLinks } from '@manabi/data/city/measure-links';
import { measures } from '@manabi/data/city/measures';
import { people } from '@manabi/data/city/people';
import { population } from '@manabi/data/city/population';
import { referenceCases } from '@manabi/data/city/reference-cases';
import { schoolDistricts } from '@manabi/data/city/school-districts';
import { sportsClasses } from '@manabi/data/city/sports-classes';
import { studyRoomSlots, studyRooms } from '@manabi/data/city/study-rooms';
import { subjects } from '@manabi/data/city/subjects';
import { titles } from '@manabi/data/city/titles';
import { type TestDatabase, testDatabase } from '@manabi/kit/postgres/test-database';
import { Client } from 'pg';
import { expect, onTestFinished, test } from 'vitest';

import { inTurn } from '../command/in-turn.js';
import { contentDigest } from './content-digest.js';
import { plantCity } from './plant-city.js';
import type { Planter } from './planter.js';
import { plantCenter } from './plant-center.js';
import { plantKominkan } from './plant-kominkan.js';
import { planters } from './planters.js';

const today = '2026-11-23';
const nextWeek = '2026-11-30';

interface TestCity {
  plant(how?: { empty?: boolean; today?: string }): Promise<string[]>;
  ask<Row = Record<string, unknown>>(
    service: string,
    sql: string,
    values?: unknown[],
  ): Promise<Row[]>;
  count(service: string, table: string): Promise<number>;
  /** How many changes each service's feed has told. */
  told(): Promise<Record<string, unknown>>;
}

type Begun = 'new' | 'with the sample' | 'empty';

/** Databases of a city's own: new as a new server's, or copies of those of a city that began so. */
async function aCity(begun: Begun, sown: readonly Planter[] = planters): Promise<TestCity> {
  const databases = new Map<string, TestDatabase>();
  for (const planter of sown)
    databases.set(planter.service.name, await databaseFor(planter, begun));
  onTestFinished(async () => {
    for (const database of databases.values()) await database.drop();
  });
  const urlOf = (service: string) => databases.get(service)?.url ?? '';
  const ask: TestCity['ask'] = async <Row>(service: string, sql: string, values?: unknown[]) => {
    const client = new Client({ connectionString: urlOf(service) });
    await client.connect();
    try {
      // The question says what its rows are.
      return (await client.query(sql, values)).rows as Row[];
    } finally {
      await client.end();
    }
  };
  return {
    ask,
    plant: async ({ empty = false, today: day = today } = {}) => {
      const said: string[] = [];
      await plantCity({
        urlOf,
        empty,
        today: day,
        planters: sown,
        progress: (sentence) => said.push(sentence),
        inTurn: (plant) => inTurn(urlOf(sown[0]?.service.name ?? ''), () => {}, plant),
      });
      return said;
    },
    count: async (service, table) => (await ask(service, `select from ${table}`)).length,
    told: async () => {
      const last = sown.map(async ({ service: { name } }) => {
        const [row] = await ask<{ last: string }>(name, 'select last from feed_state');
        return [name, row?.last] as const;
      });
      return Object.fromEntries(await Promise.all(last));
    },
  };
}

function databaseFor(planter: Planter, begun: Begun): Promise<TestDatabase> {
  if (begun === 'new') return testDatabase();
  return testDatabase({
    template: {
      name: `${planter.service.name} ${begun}`,
      content: today + contentDigest(planter.service),
      prepare: (url) =>
        plantCity({
          urlOf: () => url,
          empty: begun === 'empty',
          today,
          planters: [planter],
          progress() {},
        }),
    },
  });
}

const tables = (day: string): [string, string, number][] => [
  ['library', 'library_branch', libraryBranches().length],
  ['library', 'title', titles(day).length],
  ['library', 'holding', holdings(day).length],
  ['library', 'library_program', libraryPrograms(day).length],
  ['library', 'reference_case', referenceCases(day).length],
  ['library', 'digital_item', digitalItems(day).length],
  ['library', 'branch_service', branchServices(day).length],
  ['library', 'book_set', bookSets(day).length],
  ['kominkan', 'course', courses(day).length],
  ['kominkan', 'session', courses(day).flatMap(({ sessions }) => sessions).length],
  ['kominkan', 'study_room', studyRooms().length],
  ['sports', 'sports_class', sportsClasses(day).length],
  ['sports', 'court', courts().length],
  ['welfare', 'care_program', carePrograms(day).length],
  ['welfare', 'facility_access', accessProfiles().length],
  ['welfare', 'childcare_session', childcareSessions(day).length],
  ['center', 'department', departments().length],
  ['center', 'school_district', schoolDistricts().length],
  ['center', 'area', areas().length],
  ['center', 'facility', facilities().length],
  ['center', 'closure', closures(day).length],
  ['center', 'subject', subjects().length],
  ['center', 'person', people(day).length],
  ['center', 'learning_group', groups(day).length],
  ['center', 'desk', desks(day).length],
  ['center', 'external_offering', externalOfferings(day).length],
  ['plan', 'measure', measures().length],
  ['plan', 'measure_link', measureLinks(day).length],
  ['plan', 'population_count', population().length],
];

test('a city that two starts plant at once holds every row of the bundled one, and only what is taken of rooms is written as taken', async () => {
  const city = await aCity('new');

  const said = await Promise.all([city.plant(), city.plant()]);

  expect(said.flat()).toEqual(['The sample city is planted …']);
  const counts = tables(today).map(async ([service, table]) => [
    service,
    table,
    await city.count(service, table),
  ]);
  expect(await Promise.all(counts)).toEqual(tables(today));
  const taken = (slots: { state: string }[]) => slots.filter(({ state }) => state === 'TAKEN');
  expect(await city.count('kominkan', `slot_hold where state = 'BOOKED'`)).toBe(
    taken(studyRoomSlots(today)).length,
  );
  expect(await city.count('sports', `court_hold where state = 'BOOKED'`)).toBe(
    taken(courtSlots(today)).length,
  );
});

test('the same day again changes nothing', async () => {
  const city = await aCity('with the sample');
  const before = await city.told();

  const said = await city.plant();

  expect(said).toEqual([]);
  expect(await city.told()).toEqual(before);
});

test('new content on the same day tells the feeds of what differs and of nothing else', async () => {
  const city = await aCity('with the sample');
  const before = await city.told();
  for (const { service } of planters) {
    await city.ask(service.name, `update planting set digest = 'of another version'`);
  }

  await city.plant();

  expect(await city.told()).toEqual(before);
});

test('another day moves dates and keeps ids', async () => {
  const city = await aCity('with the sample');
  const starts = () =>
    city.ask<{ id: string; starts_at: Date }>(
      'kominkan',
      'select id, starts_at from course order by id',
    );
  const before = await starts();

  const said = await city.plant({ today: nextWeek });

  const after = await starts();
  expect(said).toEqual([`The sample city moves on to ${nextWeek} …`]);
  expect(after.map(({ id }) => id)).toEqual(before.map(({ id }) => id));
  expect(after.map(({ id, starts_at }) => [id, starts_at.toISOString()])).toEqual(
    courses(nextWeek)
      .map(({ id, startsAt }) => [id, new Date(startsAt).toISOString()])
      .toSorted(([one = ''], [other = '']) => one.localeCompare(other)),
  );
  expect(after).not.toEqual(before);
  const counts = tables(nextWeek).map(async ([service, table]) => [
    service,
    table,
    await city.count(service, table),
  ]);
  expect(await Promise.all(counts)).toEqual(tables(nextWeek));
});

test('a slot that somebody holds stays theirs when the sample moves on', async () => {
  const city = await aCity('with the sample', [plantKominkan]);
  const [taken] = studyRoomSlots(nextWeek)
    .filter(({ state }) => state === 'TAKEN')
    .slice(-1);
  const values = [taken?.roomId, taken?.startsAt, taken?.endsAt];
  await city.ask(
    'kominkan',
    'delete from slot_hold where room_id = $1 and starts_at = $2',
    values.slice(0, 2),
  );
  await city.ask(
    'kominkan',
    `insert into slot_hold (id, room_id, starts_at, ends_at, state) values ('mine', $1, $2, $3, 'HELD')`,
    values,
  );

  await city.plant({ today: nextWeek });

  expect(
    await city.ask(
      'kominkan',
      `select id, state, sample from slot_hold
       where room_id = $1 and tstzrange(starts_at, ends_at) && tstzrange($2, $3)`,
      values,
    ),
  ).toEqual([{ id: 'mine', state: 'HELD', sample: false }]);
});

test('no room is let about New Year', async () => {
  const city = await aCity('with the sample', [plantKominkan]);

  const days = await city.ask(
    'kominkan',
    `select distinct to_char(starts_at at time zone 'Asia/Tokyo', 'MM-DD') as day, count(*)::int as rooms
     from slot_hold where state = 'CLOSED' group by day order by day`,
  );
  expect(days).toEqual(
    ['01-01', '01-02', '01-03', '12-29', '12-30', '12-31'].map((day) => ({
      day,
      rooms: studyRooms().length,
    })),
  );
});

test('what a department wrote or no longer offers is left to it', async () => {
  const city = await aCity('with the sample', [plantCenter, plantKominkan]);
  const theirs = { department: 'center', dataset: 'their own file', sample: false };
  await city.ask(
    'center',
    `update facility set phone = '1', provenance = $1 where code = '132292-0101'`,
    [theirs],
  );
  await city.ask(
    'center',
    `update facility set phone = '2', source_key = 'a file/7' where code = '132292-0102'`,
  );
  await city.ask(
    'kominkan',
    `insert into course (id, title, provenance) values ('theirs', '{"ja":"講座"}', $1)`,
    [theirs],
  );
  await city.ask('center', `update planting set digest = 'of another version'`);

  await city.plant({ today: nextWeek });

  expect(
    await city.ask(
      'center',
      `select phone from facility where code in ('132292-0101', '132292-0102') order by code`,
    ),
  ).toEqual([{ phone: '1' }, { phone: '2' }]);
  expect(await city.ask('kominkan', `select withdrawn_at from course where id = 'theirs'`)).toEqual(
    [{ withdrawn_at: null }],
  );
});

test('what the sample no longer holds is withdrawn and keeps answering', async () => {
  const city = await aCity('with the sample', [plantKominkan]);
  await city.ask(
    'kominkan',
    `insert into course (id, title, provenance)
     values ('of an older version', '{"ja":"講座"}', '{"department":"kominkan","dataset":"sample","sample":true}')`,
  );

  await city.plant({ today: nextWeek });

  expect(
    await city.ask('kominkan', 'select id from course where withdrawn_at is not null'),
  ).toEqual([{ id: 'of an older version' }]);
});

test('an empty city holds registers that are facts and not one row of the sample', async () => {
  const city = await aCity('new');

  await city.plant({ empty: true });

  const filled: Record<string, number> = {};
  for (const { service } of planters) {
    const named = await city.ask<{ table: string }>(
      service.name,
      `select table_name as table from information_schema.tables
       where table_schema = current_schema() and table_type = 'BASE TABLE' and table_name !~ '^(feed|mikro)_|^planting$'`,
    );
    for (const { table } of named) {
      const rows = await city.ask<{ row: string }>(
        service.name,
        `select to_jsonb(t)::text as row from ${table} t`,
      );
      expect(rows.filter(({ row }) => /"sample": true|"dataset": "sample"/.test(row))).toEqual([]);
      if (rows.length > 0) filled[table] = rows.length;
    }
  }
  expect(filled).toEqual({
    department: departments().length,
    subject: subjects().length,
    area: areas().length,
    measure: measures().length,
    evidence_rule: measures().flatMap(({ evidence }) => evidence).length,
    measure_rule: measureRules().length,
    // Which ages are meant by an audience: a fact of the vocabulary.
    audience_age: Object.keys(Audience).length,
    life_stage: lifeStages.length,
  });
});

test('an empty city is written once, whatever day it is', async () => {
  const city = await aCity('empty', [plantCenter, plantKominkan]);
  const before = await city.told();

  const said = await city.plant({ empty: true, today: nextWeek });

  expect(said).toEqual([]);
  expect(await city.told()).toEqual(before);
});

test.each([{ empty: true }, { empty: false }])(
  'a city begun with empty: $empty stays so, and whoever asks for the other reads what to do',
  async ({ empty }) => {
    const city = await aCity(empty ? 'empty' : 'with the sample', [plantCenter, plantKominkan]);
    const before = await city.told();

    await expect(city.plant({ empty: !empty })).rejects.toMatchObject({
      code: 'CONFLICT',
      message: expect.stringMatching(/Nothing was changed\. Start with.*HUB_HOME=/),
    });

    expect(await city.told()).toEqual(before);
  },
);

test('a sample is never mixed into a database that a department filled, nor into any beside it', async () => {
  const city = await aCity('empty', [plantKominkan, plantCenter]);
  for (const service of ['kominkan', 'center']) await city.ask(service, 'drop table planting');

  await expect(city.plant()).rejects.toMatchObject({
    code: 'CONFLICT',
    message: expect.stringMatching(/"center" already holds data of its own.*Nothing was changed/),
  });

  expect(await city.count('kominkan', 'course')).toBe(0);
});

import { openTestService } from '@manabi/kit/testing/test-service';
import { Level } from '@manabi/kit/vocabulary/level';
import { expect, test } from 'vitest';

import { center } from '../service.js';
import { aTold, takeIn } from './told.builder.js';

type TestService = Awaited<ReturnType<typeof openTestService>>;

async function found({ ask }: TestService, filter: string): Promise<string[]> {
  const { data, errors } = await ask(
    `{ opportunities(first: 100, filter: ${filter}) { edges { node { id } } } }`,
  );
  expect(errors).toEqual([]);
  return data.opportunities.edges.map((edge: { node: { id: string } }) => edge.node.id).sort();
}

async function openWith(...items: Parameters<typeof takeIn>[1][number][]) {
  const service = await openTestService(center);
  await plantRegisters(service);
  await takeIn(service.em(), items);
  return service;
}

async function plantRegisters({ em }: TestService): Promise<void> {
  const sample = '{"department":"center","sample":true}';
  await em().execute(
    `insert into school_district (code, name, provenance) values ('D1', '{"ja":"田無小学校区"}', ?)`,
    [sample],
  );
  await em().execute(
    `insert into area (code, name, school_district_code, provenance)
     values ('A1', '{"ja":"柳沢一丁目"}', 'D1', ?), ('A2', '{"ja":"泉町一丁目"}', null, ?)`,
    [sample, sample],
  );
  await em().execute(
    `insert into facility (code, name, point, area_code, provenance) values
     ('yanagisawa', '{"ja":"柳沢公民館"}', '{"latitude":35.7285,"longitude":139.5527}', 'A1', ?),
     ('izumi', '{"ja":"泉小学校"}', '{"latitude":35.7379,"longitude":139.5485}', 'A2', ?),
     ('nowhere', '{"ja":"場所不明"}', null, null, ?)`,
    [sample, sample, sample],
  );
  await em().execute(
    `insert into subject (scheme, code, label, mext_code, provenance) values
     ('MEXT', '5', '{"ja":"芸術・文化"}', null, ?), ('MEXT', '6', '{"ja":"スポーツ"}', null, ?),
     ('NDC', '7', '{"ja":"芸術"}', '5', ?), ('NDC', '78', '{"ja":"スポーツ"}', '6', ?)`,
    [sample, sample, sample, sample],
  );
}

test('what is over or cancelled is shown only to those who ask for it', async () => {
  const service = await openWith(
    aTold('next'),
    aTold('over', { startsAt: '2026-09-01T01:00:00Z', endsAt: '2026-09-01T03:00:00Z' }),
    aTold('off', { cancelledAt: '2026-10-01T00:00:00Z' }),
    aTold('undated', { startsAt: null, endsAt: null }),
  );

  expect(await found(service, '{}')).toEqual(['next', 'undated']);
  expect(await found(service, '{ includePast: true }')).toEqual(['next', 'over', 'undated']);
  expect(await found(service, '{ includeCancelled: true }')).toEqual(['next', 'off', 'undated']);
  expect(await found(service, '{ period: { to: "2026-09-30T00:00:00Z" } }')).toEqual(['over']);
});

test('what takes place today without an hour is not over before the day is', async () => {
  const today = '2026-10-05T00:00:00+09:00';
  const service = await openWith(aTold('today', { startsAt: today, endsAt: null }));

  expect(await found(service, '{}')).toEqual(['today']);
  expect(await found(service, '{ period: { from: "2026-10-05T12:00:00+09:00" } }')).toEqual([
    'today',
  ]);
  expect(await found(service, '{ period: { from: "2026-10-06T12:00:00+09:00" } }')).toEqual([]);
});

test('a weekly course is found on its days, not between them', async () => {
  const times = ['06', '13', '20'].map((day) => ({
    startsAt: `2026-10-${day}T09:30:00.000Z`,
    endsAt: `2026-10-${day}T11:00:00.000Z`,
    allDay: false,
  }));
  const service = await openWith(aTold('tuesdays', { occurrences: times }));
  const on = (day: string) =>
    found(
      service,
      `{ period: { from: "2026-10-${day}T00:00:00+09:00", to: "2026-10-${day}T23:59:59+09:00" } }`,
    );

  const nextAt = async (moment: string) => {
    const { data } = await service.ask(
      `{ opportunities(at: "${moment}", filter: { includePast: true }) { edges { nextStartsAt } } }`,
    );
    return data.opportunities.edges[0].nextStartsAt;
  };

  expect(await nextAt('2026-10-14T00:00:00+09:00')).toBe('2026-10-20T09:30:00.000Z');
  expect(await nextAt('2026-10-21T00:00:00+09:00')).toBeNull();
  expect(await on('13')).toEqual(['tuesdays']);
  expect(await on('14')).toEqual([]);
  expect(await found(service, '{ weekdays: [TUESDAY], timeBands: [EVENING] }')).toEqual([
    'tuesdays',
  ]);
  expect(await found(service, '{ weekdays: [TUESDAY], timeBands: [MORNING] }')).toEqual([]);
  expect(await found(service, '{ weekdays: [SATURDAY] }')).toEqual([]);
});

test('an age finds what is for it and what states no age', async () => {
  const service = await openWith(
    aTold('toddlers', { ages: { minMonths: 12, maxMonths: 35 } }),
    aTold('grown', { ages: { minMonths: 216 } }),
    aTold('unsaid'),
  );

  expect(await found(service, '{ ageMonths: 24 }')).toEqual(['toddlers', 'unsaid']);
  expect(await found(service, '{ age: 2 }')).toEqual(['toddlers', 'unsaid']);
  expect(await found(service, '{ age: 70 }')).toEqual(['grown', 'unsaid']);
});

test('a level finds what is meant for it or for whoever comes, and nothing that states none', async () => {
  const service = await openWith(
    aTold('first steps', { level: Level.BEGINNER }),
    aTold('masters', { level: Level.ADVANCED }),
    aTold('all welcome', { level: Level.ALL }),
    aTold('unsaid'),
  );

  expect(await found(service, '{ levels: [BEGINNER] }')).toEqual(['all welcome', 'first steps']);
  expect(await found(service, '{ levels: [INTERMEDIATE] }')).toEqual(['all welcome']);
});

test('an NDC class finds every class under it, and leads to its class of the Ministry', async () => {
  const service = await openWith(
    aTold('swim', { subjectKeys: [{ scheme: 'NDC', code: '785' }] }),
    aTold('paint', { subjectKeys: [{ scheme: 'NDC', code: '724' }] }),
  );

  expect(await found(service, '{ subjects: [{ scheme: "NDC", code: "78" }] }')).toEqual(['swim']);
  expect(await found(service, '{ subjects: [{ scheme: "NDC", code: "7" }] }')).toEqual([
    'paint',
    'swim',
  ]);
  expect(await found(service, '{ categories: ["6"] }')).toEqual(['swim']);
  await service.em().execute(`update subject set mext_code = '5' where code = '78'`);
  expect(await found(service, '{ categories: ["6"] }')).toEqual([]);
  expect(await found(service, '{ categories: ["5"] }')).toEqual(['paint', 'swim']);
});

test('a venue is found by its distance, area and school district, and where it now is when it moved', async () => {
  const service = await openWith(
    aTold('here', { venueCode: 'yanagisawa' }),
    aTold('there', { venueCode: 'izumi' }),
    aTold('lost', { venueCode: 'nowhere' }),
    aTold('unsaid'),
  );
  const near = '{ near: { latitude: 35.7285, longitude: 139.5527, metres: 500 } }';

  expect(await found(service, near)).toEqual(['here']);
  expect(await found(service, '{ areaCodes: ["A2"] }')).toEqual(['there']);
  expect(await found(service, '{ schoolDistrictCodes: ["D1"] }')).toEqual(['here']);
  expect(await found(service, '{ facilityCodes: ["nowhere"] }')).toEqual(['lost']);
  await service
    .em()
    .execute(
      `update facility set point = '{"latitude":35.7286,"longitude":139.5528}' where code = 'izumi'`,
    );
  expect(await found(service, near)).toEqual(['here', 'there']);
});

test('step-free access and childcare are found where their departments say yes', async () => {
  const service = await openWith(
    aTold('here', { venueCode: 'yanagisawa' }),
    aTold('there', { venueCode: 'izumi' }),
  );
  const item = { state: 'updated', modified: 1 } as const;
  const minded = { opportunityId: 'here', places: 5, placesLeft: 1, minMonths: 18, maxMonths: 60 };
  await takeIn(
    service.em(),
    [
      {
        ...item,
        id: 'x',
        kind: 'FacilityAccess',
        data: { facilityCode: 'yanagisawa', items: { ramp: 'YES', toilet: 'UNKNOWN' } },
      },
      {
        ...item,
        id: 'y',
        kind: 'FacilityAccess',
        data: { facilityCode: 'izumi', items: { ramp: 'NO' } },
      },
      { ...item, id: 'z', kind: 'ChildcareSession', data: minded },
    ],
    { source: 'welfare' },
  );

  expect(await found(service, '{ access: ["ramp"] }')).toEqual(['here']);
  expect(await found(service, '{ access: ["ramp", "toilet"] }')).toEqual([]);
  expect(await found(service, '{ childcareForMonths: 24 }')).toEqual(['here']);
  expect(await found(service, '{ childcareForMonths: 6 }')).toEqual([]);
});

test('application windows, fees, kinds and standing narrow the search', async () => {
  const service = await openWith(
    aTold('soon', {
      applyOpensAt: '2026-10-07T00:00:00Z',
      applyClosesAt: '2026-10-12T00:00:00Z',
      fee: { kind: 'FREE' as never },
    }),
    aTold('now', {
      applyOpensAt: '2026-10-01T00:00:00Z',
      applyClosesAt: '2026-10-06T00:00:00Z',
      fee: { kind: 'PAID' as never, yen: 500 },
    }),
    aTold(
      'sample',
      { provenance: { department: 'sports', sample: true } },
      { kind: 'SportsClass' },
    ),
  );

  expect(await found(service, '{ applicationStates: [OPEN] }')).toEqual(['now']);
  expect(await found(service, '{ applicationStates: [BEFORE, UNKNOWN] }')).toEqual([
    'sample',
    'soon',
  ]);
  const week = 'from: "2026-10-06T12:00:00Z", to: "2026-10-08T00:00:00Z"';
  expect(await found(service, `{ applicationOpensIn: { ${week} } }`)).toEqual(['soon']);
  expect(
    await found(
      service,
      `{ applyOpenIn: { from: "2026-10-05T00:00:00Z", to: "2026-10-08T00:00:00Z" } }`,
    ),
  ).toEqual(['now', 'soon']);
  expect(await found(service, '{ applicationClosesIn: { to: "2026-10-07T00:00:00Z" } }')).toEqual([
    'now',
  ]);
  expect(await found(service, '{ maxYen: 400 }')).toEqual(['soon']);
  expect(await found(service, '{ maxYen: 500 }')).toEqual(['now', 'soon']);
  expect(await found(service, '{ feeKinds: [PAID] }')).toEqual(['now']);
  expect(await found(service, '{ kinds: [SPORTS_CLASS] }')).toEqual(['sample']);
  expect(await found(service, '{ departments: ["sports"] }')).toEqual(['sample']);
  expect(await found(service, '{ standing: OFFICIAL }')).toEqual(['now', 'soon']);
});

test('each facet counts its values with its own filter left out and all others kept', async () => {
  const evening = { occurrences: [{ startsAt: '2026-10-20T10:00:00Z', allDay: false }] };
  const service = await openWith(
    aTold('a', {
      ...evening,
      fee: { kind: 'FREE' as never },
      audiences: ['SENIOR' as never, 'ADULT' as never],
      venueCode: 'yanagisawa',
    }),
    aTold('b', {
      fee: { kind: 'PAID' as never },
      audiences: ['SENIOR' as never],
      venueCode: 'izumi',
    }),
    aTold('c', {
      fee: { kind: 'FREE' as never },
      audiences: ['INFANT' as never],
      subjectKeys: [{ scheme: 'NDC', code: '78' }],
    }),
  );

  const { data, errors } = await service.ask(
    `{ opportunities(filter: { audience: [SENIOR], weekdays: [TUESDAY], timeBands: [EVENING] }) {
         totalCount { value }
         facets { field isExact values { code label { ja } count } } } }`,
  );

  expect(errors).toEqual([]);
  expect(data.opportunities.totalCount.value).toBe(1);
  const facets = new Map<string, [string, number][]>(
    data.opportunities.facets.map(
      (facet: { field: string; values: { code: string; count: number }[] }) => [
        facet.field,
        facet.values.map(({ code, count }) => [code, count]),
      ],
    ),
  );
  expect([...facets.keys()].slice(0, 3)).toEqual(['CATEGORY', 'AUDIENCE', 'DEPARTMENT']);
  expect(facets.get('AUDIENCE')).toEqual([
    ['ADULT', 1],
    ['SENIOR', 1],
  ]);
  expect(facets.get('TIME_BAND')).toEqual([
    ['MORNING', 1],
    ['EVENING', 1],
  ]);
  expect(facets.get('WEEKDAY')).toEqual([['TUESDAY', 1]]);
  expect(facets.get('FEE')).toEqual([['FREE', 1]]);
  expect(facets.get('AREA')).toEqual([['A1', 1]]);
  expect(facets.get('SCHOOL_DISTRICT')).toEqual([['D1', 1]]);
  expect(facets.get('MONTH')).toEqual([['2026-10', 1]]);
  expect(facets.get('APPLICATION')).toEqual([['UNKNOWN', 1]]);
});

test('values carry the names that the registers give them', async () => {
  const service = await openWith(
    aTold('a', {
      venueCode: 'yanagisawa',
      subjectKeys: [{ scheme: 'MEXT', code: '6' }],
      startsAt: '2026-11-03T01:00:00Z',
      endsAt: null,
    }),
  );

  const { data } = await service.ask(
    '{ opportunities { facets(fields: [CATEGORY, AREA, MONTH, FEE]) { label { ja } values { code label { ja } } } } }',
  );

  expect(data.opportunities.facets).toEqual([
    { label: { ja: '分類' }, values: [{ code: '6', label: { ja: 'スポーツ' } }] },
    { label: { ja: '地域' }, values: [{ code: 'A1', label: { ja: '柳沢一丁目' } }] },
    { label: { ja: '期間' }, values: [{ code: '2026-11', label: { ja: '2026年11月' } }] },
    { label: { ja: '料金' }, values: [{ code: 'UNKNOWN', label: { ja: '不明' } }] },
  ]);
});

const refusals: readonly (readonly [string, string, string])[] = [
  ['an order by distance from nowhere', 'sort: DISTANCE', 'needs "near"'],
  [
    'a period that ends before it begins',
    'filter: { period: { from: "2026-10-02T00:00:00Z", to: "2026-10-01T00:00:00Z" } }',
    'ends before it begins',
  ],
  ['a negative age', 'filter: { age: -1 }', 'from 0 to'],
  [
    'a circle wider than the region',
    'filter: { near: { latitude: 35.7, longitude: 139.5, metres: 90000 } }',
    '50000 metres',
  ],
  ['eleven words', 'filter: { text: "あ い う え お か き く け こ さ" }', 'use 10 at most'],
  [
    'a cursor of another order',
    'sort: RECENT, after: "WyJTVEFSVFNfQVQiLCJpbmZpbml0eSIsIngiXQ"',
    '"after" is not one of this list',
  ],
  [
    'a cursor with a moment that is none',
    `after: "${Buffer.from('["STARTS_AT","2026-99-01 00:00:00+00","x"]').toString('base64url')}"`,
    '"after" is not one of this list',
  ],
];

test.each(refusals)('%s is refused with what to do', async (_title, args, says) => {
  const service = await openTestService(center);

  const { errors } = await service.ask(`{ opportunities(${args}) { edges { cursor } } }`);

  expect(errors[0]!.message).toContain(says);
  expect(errors[0]!.extensions['code']).toBe('BAD_USER_INPUT');
});

test('all facets are counted when no field is named, whether left out or null', async () => {
  const { ask, em } = await openTestService(center);
  await takeIn(em(), [aTold('choir')]);

  const { data, errors } = await ask(
    `query ($fields: [FacetField!]) { opportunities { absent: facets { field } null: facets(fields: $fields) { field } } }`,
    { fields: null },
  );

  expect(errors).toEqual([]);
  expect(data.opportunities.null).toEqual(data.opportunities.absent);
  expect(data.opportunities.null).toHaveLength(10);
});

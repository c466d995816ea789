import { openTestService } from '@manabi/kit/testing/test-service';
import { expect, test } from 'vitest';

import { anArea } from '../area/area.builder.js';
import { aDepartment } from '../department/department.builder.js';
import { aSchoolDistrict } from '../school-district/school-district.builder.js';
import { center } from '../service.js';
import { ClosingKind } from '@manabi/kit/opening/closing-rule';
import { aFacility } from './facility.builder.js';

const code = (number: number) => `132292-${String(number).padStart(4, '0')}`;

test('references to a hundred facilities cost one query', async () => {
  const service = await openTestService(center);
  const numbers = Array.from({ length: 100 }, (_, number) => number);
  await service.plant(...numbers.map((number) => aFacility({ code: code(number) })));

  const { data, errors, queries } = await service.ask(
    `query ($of: [_Any!]!) { _entities(representations: $of) { ... on Facility { code name { ja } aliases } } }`,
    { of: numbers.map((number) => ({ __typename: 'Facility', code: code(number) })) },
  );

  expect(errors).toEqual([]);
  expect(data._entities).toHaveLength(100);
  expect(data._entities[7].code).toBe(code(7));
  expect(queries).toBe(1);
});

test('facilities come by code, page by page, with their block, district and department in one query each', async () => {
  const service = await openTestService(center);
  await service.plant(
    aDepartment(),
    aSchoolDistrict(),
    anArea({ schoolDistrictCode: 'D01' }),
    ...[1, 2, 3].map((number) =>
      aFacility({ code: code(number), areaCode: 'S001001', departmentCode: 'kominkan' }),
    ),
    aFacility({ code: code(4), withdrawnAt: new Date('2026-01-01T00:00:00+09:00') }),
  );
  const question = `query ($after: String) { facilities(first: 2, after: $after) {
    edges { node { code area { name { ja } } schoolDistrict { code } department { name { ja } } } }
    pageInfo { hasNextPage endCursor } } }`;

  const first = await service.ask(question);
  const second = await service.ask(question, { after: first.data.facilities.pageInfo.endCursor });

  expect(first.errors).toEqual([]);
  expect(first.data.facilities.edges[0].node).toEqual({
    code: code(1),
    area: { name: { ja: '柳沢一丁目' } },
    schoolDistrict: { code: 'D01' },
    department: { name: { ja: '公民館' } },
  });
  expect(first.queries).toBe(4);
  expect(
    second.data.facilities.edges.map((edge: { node: { code: string } }) => edge.node.code),
  ).toEqual([code(3)]);
  expect(second.data.facilities.pageInfo.hasNextPage).toBe(false);
});

test('facilities are narrowed by kind, by district, and to those withdrawn on request', async () => {
  const service = await openTestService(center);
  await service.plant(
    aSchoolDistrict(),
    anArea({ schoolDistrictCode: 'D01' }),
    aFacility({ code: code(1), type: 'KOMINKAN', areaCode: 'S001001' }),
    aFacility({ code: code(2), type: 'LIBRARY' }),
    aFacility({ code: code(3), type: 'LIBRARY', withdrawnAt: new Date('2026-01-01T00:00:00Z') }),
  );
  const codesOf = async (filter: string) => {
    const { data } = await service.ask(
      `{ facilities(filter: { ${filter} }) { edges { node { code } } } }`,
    );
    return data.facilities.edges.map((edge: { node: { code: string } }) => edge.node.code);
  };

  expect(await codesOf('type: "LIBRARY"')).toEqual([code(2)]);
  expect(await codesOf('type: "LIBRARY", withWithdrawn: true')).toEqual([code(2), code(3)]);
  expect(await codesOf('schoolDistrictCode: "D01"')).toEqual([code(1)]);
});

test('a cursor of another list is refused', async () => {
  const service = await openTestService(center);

  const { errors } = await service.ask('{ facilities(after: "nonsense") { edges { cursor } } }');

  expect(errors[0]?.extensions['code']).toBe('BAD_USER_INPUT');
});

test('a facility tells whether it is open now, at another moment, and that it does not know', async () => {
  const service = await openTestService(center);
  const hours = [1, 2, 3, 4, 5].map((weekday) => ({
    weekday,
    opensAt: '09:00',
    closesAt: '17:00',
  }));
  await service.plant(
    aFacility({ code: code(1), hours, closedDays: [{ rule: ClosingKind.WEEKDAY, weekday: 2 }] }),
    aFacility({ code: code(2) }),
  );

  const { data } = await service.ask(`{
    monday: facility(code: "${code(1)}") { openNow late: openNow(at: "2026-10-05T18:00:00+09:00") tuesday: openNow(at: "2026-10-06T10:00:00+09:00") }
    silent: facility(code: "${code(2)}") { openNow }
  }`);

  expect(data).toEqual({
    monday: { openNow: 'YES', late: 'NO', tuesday: 'NO' },
    silent: { openNow: 'UNKNOWN' },
  });
});

test('followers are told of a facility with its point and its other names', async () => {
  const service = await openTestService(center);
  const point = { latitude: 35.7, longitude: 139.5 };
  await service.plant(
    aFacility({ code: code(1), name: { ja: '柳沢公民館' }, aliases: ['やぎこう'], point }),
  );

  const { items } = await service.service.feed();

  expect(items).toMatchObject([
    {
      kind: 'Facility',
      id: code(1),
      state: 'updated',
      data: { name: { ja: '柳沢公民館' }, aliases: ['やぎこう'], point },
    },
  ]);
});

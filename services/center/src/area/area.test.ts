import { openTestService } from '@manabi/kit/testing/test-service';
import { expect, test } from 'vitest';

import { aDepartment } from '../department/department.builder.js';
import { aFacility } from '../facility/facility.builder.js';
import { aSchoolDistrict } from '../school-district/school-district.builder.js';
import { center } from '../service.js';
import { anArea } from './area.builder.js';

test('the blocks of a district come with it, and the district with its school, in one query each', async () => {
  const service = await openTestService(center);
  await service.plant(
    aFacility(),
    aSchoolDistrict({ schoolCode: '132292-0001' }),
    ...['A', 'B', 'C'].map((code) => anArea({ code, schoolDistrictCode: 'D01' })),
    anArea({ code: 'D' }),
  );

  const { data, errors, queries } = await service.ask(
    '{ areas(schoolDistrict: "D01") { edges { node { code schoolDistrict { code school { name { ja } } } } } } }',
  );

  expect(errors).toEqual([]);
  expect(data.areas.edges).toHaveLength(3);
  expect(data.areas.edges[2].node).toEqual({
    code: 'C',
    schoolDistrict: { code: 'D01', school: { name: { ja: '公民館' } } },
  });
  expect(queries).toBe(3);
});

test('references to a hundred blocks cost one query', async () => {
  const service = await openTestService(center);
  const codes = Array.from({ length: 100 }, (_, number) => `S${number}`);
  await service.plant(...codes.map((code) => anArea({ code })));

  const { data, queries } = await service.ask(
    'query ($of: [_Any!]!) { _entities(representations: $of) { ... on Area { code name { ja } } } }',
    { of: codes.map((code) => ({ __typename: 'Area', code })) },
  );

  expect(data._entities).toHaveLength(100);
  expect(queries).toBe(1);
});

test('districts and departments are listed by code, in one query each', async () => {
  const service = await openTestService(center);
  await service.plant(
    aSchoolDistrict({ code: 'D02' }),
    aSchoolDistrict({ code: 'D01' }),
    aDepartment({ code: 'sports' }),
    aDepartment(),
  );

  const { data, queries } = await service.ask(`{
    schoolDistricts(first: 1) { edges { node { code } } pageInfo { hasNextPage } }
    departments { edges { node { code } } }
  }`);

  expect(data).toEqual({
    schoolDistricts: { edges: [{ node: { code: 'D01' } }], pageInfo: { hasNextPage: true } },
    departments: { edges: [{ node: { code: 'kominkan' } }, { node: { code: 'sports' } }] },
  });
  expect(queries).toBe(2);
});

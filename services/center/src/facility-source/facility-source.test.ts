import { openTestService } from '@manabi/kit/testing/test-service';
import { expect, test } from 'vitest';

import { aFacility } from '../facility/facility.builder.js';
import { center } from '../service.js';
import { aFacilitySource } from './facility-source.builder.js';

test('what data sets say of many facilities costs one query, and what they withdrew is not said', async () => {
  const service = await openTestService(center);
  await service.plant(
    aFacility({ code: 'hall' }),
    aFacility({ code: 'school' }),
    aFacilitySource({ id: 'a', facilityCode: 'hall', sourceKey: 'a#1', phone: '042-000-0000' }),
    aFacilitySource({ id: 'b', facilityCode: 'school', sourceKey: 'a#2' }),
    aFacilitySource({ id: 'c', facilityCode: 'school', sourceKey: 'a#3', withdrawnAt: new Date() }),
  );

  const { data, errors, queries } = await service.ask(
    `query ($of: [_Any!]!) { _entities(representations: $of) { ... on Facility { code sources { name phone provenance { dataset } } } } }`,
    { of: ['school', 'hall'].map((code) => ({ __typename: 'Facility', code })) },
  );

  expect(errors).toEqual([]);
  expect(data._entities).toEqual([
    {
      code: 'school',
      sources: [{ name: '市民会館', phone: null, provenance: { dataset: 'evacuation' } }],
    },
    {
      code: 'hall',
      sources: [{ name: '市民会館', phone: '042-000-0000', provenance: { dataset: 'evacuation' } }],
    },
  ]);
  expect(queries).toBe(2);
});

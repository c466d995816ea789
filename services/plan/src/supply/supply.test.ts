import type { Caller } from '@manabi/kit/context';
import { openTestService } from '@manabi/kit/testing/test-service';
import { Audience } from '@manabi/kit/vocabulary/audience';
import { expect, test } from 'vitest';

import { aFact } from '../fact/fact.builder.js';
import { aCount } from '../population/population.builder.js';
import { aRecord } from '../record/record-fact.builder.js';
import { plan } from '../service.js';

const analyst: Caller = { role: 'analyst', subject: 'analyst', scopes: ['plan.statistics'] };
const survey = (code: string) => [{ scheme: 'SURVEY', code }];
const old = { ageMin: 65, ageMax: null, areaCode: 'A1', districtCode: 'D01' };
const asked = `query ($of: [_Any!]!, $band: String!) { _entities(representations: $of) { ... on SchoolDistrict {
  supply(ageBand: $band) { ageBand population { value isHeldBack } unknownAudience { value }
    categories { code opportunities { value } seats perThousand seatsPerThousand } } } } }`;

test('what 100 districts offer to people of an age, per 1,000 of them, costs two queries', async () => {
  const service = await openTestService(plan);
  const here = { venueCode: 'hall', subjectKeys: survey('1') };
  await service.plant(
    aCount({ id: '1', ...old, count: 400 }),
    aCount({ id: '2', ...old, areaCode: 'A2', districtCode: 'D02', count: 6 }),
    aRecord({ kind: 'Facility', recordId: 'hall', areaCode: 'A1' }),
    aRecord({ kind: 'Facility', recordId: 'gym', areaCode: 'A2' }),
    aFact({ opportunityId: 'senior', ...here, audiences: [Audience.SENIOR], capacity: 20 }),
    aFact({ opportunityId: 'anyone', ...here, audiences: [Audience.ANYONE], capacity: 10 }),
    aFact({ opportunityId: 'adult', ...here, audiences: [Audience.ADULT], maxMonths: 60 * 12 }),
    aFact({ opportunityId: 'by age', ...here, minMonths: 60 * 12, subjectKeys: survey('2') }),
    aFact({ opportunityId: 'child', ...here, audiences: [Audience.ELEMENTARY] }),
    aFact({ opportunityId: 'for whom', ...here }),
    aFact({ opportunityId: 'sample', ...here, audiences: [Audience.SENIOR], sample: true }),
    aFact({
      opportunityId: 'far',
      venueCode: 'gym',
      audiences: [Audience.SENIOR],
      subjectKeys: survey('1'),
    }),
  );
  const of = Array.from({ length: 100 }, (_, at) => ({
    __typename: 'SchoolDistrict',
    code: `D${String(at).padStart(2, '0')}`,
  }));

  const { data, errors, queries } = await service.ask(asked, { of, band: '65+' }, analyst);

  expect(errors).toEqual([]);
  expect(queries).toBe(2);
  expect(data._entities[1].supply).toEqual({
    ageBand: '65+',
    population: { value: 400, isHeldBack: false },
    unknownAudience: { value: 1 },
    categories: [
      { code: '1', opportunities: { value: 2 }, seats: 30, perThousand: 5, seatsPerThousand: 75 },
      {
        code: '2',
        opportunities: { value: 1 },
        seats: null,
        perThousand: 2.5,
        seatsPerThousand: null,
      },
    ],
  });
  expect(data._entities[2].supply).toMatchObject({
    population: { value: null, isHeldBack: true },
    categories: [{ opportunities: { value: 1 }, perThousand: null }],
  });
  expect(data._entities[3].supply).toMatchObject({ population: { value: null }, categories: [] });
});

test('supply is for analysts with the scope, and what is no age band is refused', async () => {
  const service = await openTestService(plan);
  const of = [{ __typename: 'SchoolDistrict', code: 'D01' }];

  const resident = await service.ask(asked, { of, band: '65+' });
  const broken = await service.ask(asked, { of, band: 'old' }, analyst);

  expect(resident.errors[0]?.extensions['code']).toBe('UNAUTHENTICATED');
  expect(broken.errors[0]?.extensions['code']).toBe('BAD_USER_INPUT');
});

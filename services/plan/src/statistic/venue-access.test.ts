import type { Caller } from '@manabi/kit/context';
import { openTestService } from '@manabi/kit/testing/test-service';
import { expect, test } from 'vitest';

import { aFact } from '../fact/fact.builder.js';
import { aRecord } from '../record/record-fact.builder.js';
import { plan } from '../service.js';

const analyst: Caller = { role: 'analyst', subject: 'analyst', scopes: ['plan.statistics'] };

const ask = `query ($scope: StatisticScope) { venueAccess(scope: $scope) { venues { value } unknown { value }
  partlyUnknown { value } unknownShare items { code unknown { value } share } } }`;

const profile = (recordId: string, words: string[], sample = false) =>
  aRecord({ kind: 'FacilityAccess', source: 'welfare', recordId, words, sample });

async function aCity() {
  const service = await openTestService(plan);
  await service.plant(
    aFact({ opportunityId: 'a', venueCode: 'told' }),
    aFact({ opportunityId: 'b', venueCode: 'told' }),
    aFact({ opportunityId: 'c', venueCode: 'partly' }),
    aFact({ opportunityId: 'd', venueCode: 'silent' }),
    aFact({ opportunityId: 'e', venueCode: 'sampled' }),
    aFact({ opportunityId: 'nowhere' }),
    profile('told', ['known:STROLLER', 'known:WHEELCHAIR']),
    profile('partly', ['known:STROLLER', 'unknown:WHEELCHAIR']),
    profile('sampled', ['known:STROLLER', 'known:WHEELCHAIR'], true),
    profile('elsewhere', ['unknown:CAPTIONS']),
  );
  return service;
}

test('a venue of which nobody recorded anything is unknown, and so is one whose record is a sample', async () => {
  const service = await aCity();

  const { data, errors, queries } = await service.ask(ask, {}, analyst);
  const samples = await service.ask(ask, { scope: { countSamples: true } }, analyst);

  expect(errors).toEqual([]);
  expect(queries).toBe(1);
  expect(data.venueAccess).toEqual({
    venues: { value: 4 },
    unknown: { value: 2 },
    partlyUnknown: { value: 1 },
    unknownShare: 0.5,
    items: [
      { code: 'WHEELCHAIR', unknown: { value: 3 }, share: 0.75 },
      { code: 'STROLLER', unknown: { value: 2 }, share: 0.5 },
    ],
  });
  expect(samples.data.venueAccess).toMatchObject({ unknown: { value: 1 }, unknownShare: 0.25 });
});

test('where nothing takes place there is no share, and nobody asks without the scope', async () => {
  const service = await aCity();
  const period = { from: '2030-01-01T00:00:00Z' };

  const { data } = await service.ask(ask, { scope: { period } }, analyst);
  const { errors } = await service.ask(ask, {}, { ...analyst, scopes: [] });

  expect(data.venueAccess).toEqual({
    venues: { value: 0 },
    unknown: { value: 0 },
    partlyUnknown: { value: 0 },
    unknownShare: null,
    items: [],
  });
  expect(errors[0]?.extensions['code']).toBe('FORBIDDEN');
});

import { openTestService } from '@manabi/kit/testing/test-service';
import { Tri } from '@manabi/kit/value/tri';
import { expect, test } from 'vitest';

import { welfare } from '../service.js';
import { anAccess } from './access.builder.js';

const ask = `query ($of: [_Any!]!, $profile: SupportProfile!) { _entities(representations: $of) { ... on Facility {
  code access { items { code term value asOf } unknownCount provenance { department } verdict(profile: $profile) {
    answer reasons { code text department } } } } } }`;

const facilities = (...codes: string[]) => codes.map((code) => ({ __typename: 'Facility', code }));

test('the profiles of 100 facilities cost one query, and silence is unknown', async () => {
  const service = await openTestService(welfare);
  await service.plant(anAccess('f7', { STROLLER: Tri.YES, DIAPER_TABLE: Tri.NO }));

  const { data, errors, queries } = await service.ask(ask, {
    of: facilities(...Array.from({ length: 100 }, (_, at) => `f${at}`)),
    profile: { stroller: true },
  });
  const [silent, told] = [data._entities[0].access, data._entities[7].access];

  expect(errors).toEqual([]);
  expect(queries).toBe(1);
  expect(told.items).toHaveLength(18);
  expect(told.items.at(-1)).toEqual({
    code: 'STROLLER',
    term: 'ベビーカー利用',
    value: 'YES',
    asOf: '2026-04-01T00:00:00.000Z',
  });
  expect(told).toMatchObject({
    unknownCount: 16,
    verdict: { answer: 'YES', reasons: [{ code: 'STROLLER', department: 'disability' }] },
  });
  expect(silent).toMatchObject({
    unknownCount: 18,
    provenance: null,
    verdict: { answer: 'UNKNOWN', reasons: [{ code: 'STROLLER', department: null }] },
  });
});

test.each([
  [{ childMonths: [300] }, 'childMonths'],
  [{ childMonths: Array.from({ length: 11 }, () => 3) }, 'childMonths'],
  [{ language: 'mother <b>tongue</b>' }, 'language'],
])('a profile of %o is refused without repeating it', async (profile, field) => {
  const service = await openTestService(welfare);

  const { errors } = await service.ask(ask, { of: facilities('hall'), profile });

  expect(errors[0]?.extensions).toMatchObject({ code: 'BAD_USER_INPUT' });
  expect(errors[0]?.message).toContain(field);
  expect(errors[0]?.message).not.toMatch(/300|tongue/);
});

test('followers are told the value of every item', async () => {
  const service = await openTestService(welfare);
  await service.plant(anAccess('hall', { STROLLER: Tri.YES }));

  const { items } = await service.service.feed();

  expect(items).toMatchObject([
    {
      kind: 'FacilityAccess',
      id: 'hall',
      data: {
        facilityCode: 'hall',
        items: { STROLLER: 'YES', WHEELCHAIR: 'UNKNOWN' },
        known: ['STROLLER'],
        provenance: { department: 'disability', sample: true },
      },
    },
  ]);
});

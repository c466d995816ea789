import type { Caller } from '@manabi/kit/context';
import { openTestService } from '@manabi/kit/testing/test-service';
import { Audience } from '@manabi/kit/vocabulary/audience';
import { expect, test } from 'vitest';

import { aFact } from '../fact/fact.builder.js';
import { plan } from '../service.js';

const analyst: Caller = { role: 'analyst', subject: 'analyst', scopes: ['plan.statistics'] };

/** One time as facts keep it, in Japan. */
const time = (from: string, to: string): [number, number] => [
  Date.parse(`${from}:00+09:00`) / 1000,
  Date.parse(`${to}:00+09:00`) / 1000,
];

const monday = time('2026-10-12T10:00', '2026-10-12T12:00');
const saturday = time('2026-10-17T18:30', '2026-10-17T20:00');

test('what begins in a part of the week is counted for its audience, and what is for anyone for all', async () => {
  const service = await openTestService(plan);
  await service.plant(
    aFact({ opportunityId: 'a', audiences: [Audience.SENIOR], times: [monday, monday, saturday] }),
    aFact({ opportunityId: 'b', audiences: [Audience.ANYONE], times: [monday] }),
    aFact({ opportunityId: 'c', audiences: [Audience.SENIOR], times: [monday], sample: true }),
  );

  const { data, errors, queries } = await service.ask(
    '{ weekPartSupply { audience band opportunities { value } } }',
    {},
    analyst,
  );

  const told = (audience: string) =>
    data.weekPartSupply
      .filter((row: { audience: string }) => row.audience === audience)
      .map((row: { opportunities: { value: number } }) => row.opportunities.value);
  expect(errors).toEqual([]);
  expect(queries).toBe(1);
  expect(data.weekPartSupply).toHaveLength(72);
  expect(told('SENIOR')).toEqual([2, 0, 0, 0, 0, 1]);
  expect(told('INFANT')).toEqual([1, 0, 0, 0, 0, 0]);
});

test('what two departments offer to the same people at the same time is found within a month', async () => {
  const service = await openTestService(plan);
  const senior = { audiences: [Audience.SENIOR, Audience.ADULT] };
  await service.plant(
    aFact({ opportunityId: 'course', ...senior, times: [monday] }),
    aFact({
      opportunityId: 'class',
      department: 'sports',
      audiences: [Audience.SENIOR],
      times: [time('2026-10-12T11:00', '2026-10-12T13:00')],
    }),
    aFact({
      opportunityId: 'next',
      department: 'sports',
      ...senior,
      times: [time('2026-10-12T12:00', '2026-10-12T13:00')],
    }),
    aFact({ opportunityId: 'own', ...senior, times: [monday] }),
  );
  const clashes = (period: object) =>
    service.ask(
      `query ($period: MeasurePeriod) { audienceClashes(scope: { period: $period }) {
        audiences startsAt endsAt one { id } other { id } } }`,
      { period },
      analyst,
    );

  const found = await clashes({ from: '2026-10-10T00:00:00Z', to: '2026-10-20T00:00:00Z' });
  const later = await clashes({ from: '2026-10-14T00:00:00Z', to: '2026-10-20T00:00:00Z' });
  const long = await clashes({ from: '2026-01-01T00:00:00Z', to: '2026-10-20T00:00:00Z' });

  const both = {
    audiences: ['SENIOR'],
    startsAt: '2026-10-12T02:00:00.000Z',
    endsAt: '2026-10-12T03:00:00.000Z',
    other: { id: 'class' },
  };
  expect(found.errors).toEqual([]);
  expect(found.data.audienceClashes).toEqual([
    { ...both, one: { id: 'course' } },
    { ...both, one: { id: 'own' } },
  ]);
  expect(later.data.audienceClashes).toEqual([]);
  expect(long.errors[0]?.extensions['code']).toBe('BAD_USER_INPUT');
});

test('places and who waits are told by category of any classification', async () => {
  const service = await openTestService(plan);
  const about = (code: string) => [{ scheme: 'MEXT', code }];
  await service.plant(
    aFact({
      opportunityId: 'a',
      capacity: 20,
      taken: 20,
      waiting: 30,
      sample: true,
      subjectKeys: about('5'),
    }),
    aFact({
      opportunityId: 'b',
      capacity: 40,
      taken: 15,
      waiting: 0,
      sample: true,
      subjectKeys: about('6'),
    }),
  );

  const { data, errors, queries } = await service.ask(
    '{ participationByCategory(scheme: "MEXT", scope: { countSamples: true }) { code waiting { value } emptySeats } }',
    {},
    analyst,
  );

  expect(errors).toEqual([]);
  expect(queries).toBe(1);
  expect(data.participationByCategory).toEqual([
    { code: '5', waiting: { value: 30 }, emptySeats: 0 },
    { code: '6', waiting: { value: 0 }, emptySeats: 25 },
  ]);
});

test('stale and doubled records are counted by department and month', async () => {
  const service = await openTestService(plan);
  const twin = { label: '写生会', venueCode: 'hall', asOf: new Date('2026-09-10') };
  await service.plant(
    aFact({ opportunityId: 'a', ...twin }),
    aFact({ opportunityId: 'b', ...twin }),
    aFact({ opportunityId: 'c', label: '合唱', asOf: new Date('2025-08-01') }),
    aFact({ opportunityId: 'd', department: 'sports' }),
    aFact({
      opportunityId: 'e',
      department: 'welfare',
      asOf: new Date('2026-09-01'),
      overdueSince: new Date('2026-10-01'),
    }),
    aFact({
      opportunityId: 'f',
      department: 'welfare',
      asOf: new Date('2026-09-01'),
      overdueSince: new Date('2026-11-01'),
    }),
  );
  const ask = `{ recordQuality { department { code } month records { value } stale { value } duplicates { value } } }`;

  const { data, errors } = await service.ask(ask, {}, { ...analyst, scopes: [] });
  const anonymous = await service.ask(ask);

  const line = (code: string, month: string | null, ...counts: number[]) => ({
    department: { code },
    month,
    records: { value: counts[0] },
    stale: { value: counts[1] },
    duplicates: { value: counts[2] },
  });
  expect(errors).toEqual([]);
  expect(data.recordQuality).toEqual([
    line('kominkan', '2026-09', 2, 0, 2),
    line('welfare', '2026-09', 2, 1, 0),
    line('kominkan', '2025-08', 1, 1, 0),
    line('sports', null, 1, 1, 0),
  ]);
  expect(anonymous.errors[0]?.extensions['code']).toBe('UNAUTHENTICATED');
});

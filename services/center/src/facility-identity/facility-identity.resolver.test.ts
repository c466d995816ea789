import { openTestService } from '@manabi/kit/testing/test-service';
import { expect, test } from 'vitest';

import { aFacility } from '../facility/facility.builder.js';
import { center } from '../service.js';
import { venueResolver } from './facility-identity.repository.js';

const shibakubo = () =>
  aFacility({
    code: '132292-0303',
    name: { ja: '芝久保公民館', kana: 'シバクボコウミンカン' },
    rooms: [{ name: { ja: '第1学習室' }, aliases: ['学習室1'] }],
  });

test('a misspelt venue is a facility with its room, a score and a reason', async () => {
  const service = await openTestService(center);
  await service.plant(shibakubo());

  const { data, errors } = await service.ask(
    '{ resolveFacility(text: "芝保公民館　第１学習室") { facility { name { ja } } room score verdict reason } }',
  );

  expect(errors).toEqual([]);
  expect(data.resolveFacility).toMatchObject([
    { facility: { name: { ja: '芝久保公民館' } }, room: '第1学習室', verdict: 'CERTAIN' },
  ]);
  expect(data.resolveFacility[0].score).toBeGreaterThan(0.9);
  expect(data.resolveFacility[0].reason).toContain('書き誤り');
});

test('while the register stands still, a text costs one query, and two with its facility', async () => {
  const service = await openTestService(center);
  await service.plant(shibakubo());
  await service.ask('{ resolveFacility(text: "芝久保公民館") { score } }');

  const again = await service.ask('{ resolveFacility(text: "谷戸公民館") { score } }');
  const withFacility = await service.ask(
    '{ resolveFacility(text: "芝久保公民館") { facility { code } } }',
  );

  expect(again.queries).toBe(1);
  expect(withFacility.queries).toBe(2);
});

test('a facility that enters the register is found at once, and one that leaves it no more', async () => {
  const service = await openTestService(center);
  await service.plant(shibakubo());
  const before = (await venueResolver(service.em()))('柳沢公民館');

  await service.plant(aFacility({ code: '132292-0302', name: { ja: '柳沢公民館' } }));
  const entered = (await venueResolver(service.em()))('柳沢公民館');
  await service.em().execute(`update facility set withdrawn_at = now() where code = '132292-0302'`);
  const left = (await venueResolver(service.em()))('柳沢公民館');

  expect(before.facilityCode).toBeNull();
  expect(entered).toMatchObject({ verdict: 'CERTAIN', facilityCode: '132292-0302', score: 1 });
  expect(left.facilityCode).toBeNull();
});

test('a text that is too long for a venue is refused', async () => {
  const service = await openTestService(center);

  const { errors } = await service.ask(
    'query ($text: String!) { resolveFacility(text: $text) { score } }',
    {
      text: '館'.repeat(301),
    },
  );

  expect(errors[0]?.extensions['code']).toBe('BAD_USER_INPUT');
});

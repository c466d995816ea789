import { Tri } from '@manabi/kit/value/tri';
import { expect, test } from 'vitest';

import { anAccess } from './access.builder.js';
import { accessFacts, accessVerdict, neededItems } from './access.rules.js';
import type { SupportProfile } from './support-profile.input.js';

test.each<[SupportProfile, string[]]>([
  [{}, []],
  [{ wheelchair: true }, ['WHEELCHAIR', 'ACCESSIBLE_TOILET']],
  [{ stepFree: true }, ['STEP_FREE']],
  [{ stroller: true }, ['STROLLER']],
  [{ childMonths: [40, 8] }, ['NURSING_ROOM', 'DIAPER_TABLE']],
  [{ childMonths: [24] }, ['DIAPER_TABLE']],
  [{ childMonths: [36] }, []],
  [{ childMonths: [] }, []],
  [{ hearing: true }, ['WRITTEN_COMMUNICATION']],
  [{ visual: true }, ['TACTILE_PAVING', 'BRAILLE_OR_READING']],
  [{ assistanceDog: true, ostomate: true }, ['ASSISTANCE_DOGS', 'OSTOMATE_TOILET']],
  [{ wheelchair: false, stroller: null }, []],
])('the needs of %o are %o', (profile, items) => {
  expect(neededItems(profile)).toEqual(items);
});

test.each<[toilet: Tri | undefined, Tri]>([
  [Tri.YES, Tri.YES],
  [Tri.UNKNOWN, Tri.UNKNOWN],
  [undefined, Tri.UNKNOWN],
  [Tri.NO, Tri.NO],
])('a wheelchair is let in where the toilet is %s with %s', (toilet, answer) => {
  const access = anAccess('hall', {
    WHEELCHAIR: Tri.YES,
    STROLLER: Tri.NO,
    ...(toilet && { ACCESSIBLE_TOILET: toilet }),
  });

  expect(accessVerdict({ wheelchair: true }, accessFacts(access)).answer).toBe(answer);
});

test('one need that is not met outweighs what is unknown', () => {
  const facts = accessFacts(anAccess('hall', { WHEELCHAIR: Tri.NO }));

  expect(accessVerdict({ wheelchair: true, stroller: true }, facts).answer).toBe(Tri.NO);
});

test('each reason names its item, value, department and date', () => {
  const access = anAccess('hall', { STROLLER: Tri.YES });
  access.items.push({ ...access.items[0]!, asOf: '2026-09-01T00:00:00.000Z' });

  expect(accessVerdict({ stroller: true, stepFree: true }, accessFacts(access)).reasons).toEqual([
    {
      code: 'STEP_FREE',
      value: 'UNKNOWN',
      text: 'スロープ・エレベータ・エスカレータ：不明',
      department: null,
      asOf: null,
    },
    {
      code: 'STROLLER',
      value: 'YES',
      text: 'ベビーカー利用：有',
      department: 'disability',
      asOf: '2026-09-01T00:00:00.000Z',
    },
  ]);
});

test('who needs nothing can come, and who needs another language may', () => {
  const facts = accessFacts(null);

  expect(accessVerdict({}, facts)).toEqual({ answer: 'YES', reasons: [] });
  expect(accessVerdict({ language: 'ja' }, facts).answer).toBe('YES');
  expect(accessVerdict({ language: 'en' }, facts)).toMatchObject({
    answer: 'UNKNOWN',
    reasons: [{ code: 'LANGUAGE', text: '外国語（en）での対応：不明' }],
  });
});

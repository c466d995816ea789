import { expect, test } from 'vitest';

import { facilityAddress, facilityWishOf } from './facility-wish.js';
import { type House, fitting, pageOfFitting } from './fitting.js';

const aHouse = (code: string, said: Partial<House>): House => ({
  code,
  name: { ja: '田無公民館', kana: 'タナシコウミンカン' },
  aliases: [],
  type: 'KOMINKAN',
  status: 'OPEN',
  address: { block: '南町五丁目', number: '6-11', building: null, floor: null },
  phone: null,
  openNow: 'YES',
  hours: [],
  hoursNote: null,
  closedDays: [],
  access: null,
  ...said,
});

const withToilet = (value: 'YES' | 'NO' | 'UNKNOWN'): Partial<House> => ({
  access: { items: [{ code: 'ACCESSIBLE_TOILET', term: 'バリアフリートイレ', value }] },
});

const found = (houses: readonly House[], said: string): string[][] => {
  const { sure, unsure } = fitting(houses, facilityWishOf(new URLSearchParams(said)));
  return [sure, unsure].map((each) => each.map(({ code }) => code));
};

test('a house of which nobody knows is neither found nor dropped, one that lacks it is dropped', () => {
  const houses = [
    aHouse('has', withToilet('YES')),
    aHouse('lacks', withToilet('NO')),
    aHouse('unknown', withToilet('UNKNOWN')),
    aHouse('silent', { access: null }),
  ];

  expect(found(houses, 'need=ACCESSIBLE_TOILET')).toEqual([['has'], ['unknown', 'silent']]);
  expect(found(houses, '')).toEqual([['has', 'lacks', 'unknown', 'silent'], []]);
});

test.each(['text=たなし', 'text=ﾀﾅｼ', 'text=公民館　南町', 'type=KOMINKAN', 'type=nothing'])(
  'a house is found by %s',
  (said) => {
    expect(found([aHouse('tanashi', {})], said)).toEqual([['tanashi'], []]);
  },
);

test('a house is not found by another name or kind', () => {
  expect(found([aHouse('tanashi', {})], 'text=ひばり')).toEqual([[], []]);
  expect(found([aHouse('tanashi', {})], 'type=LIBRARY')).toEqual([[], []]);
});

test('an address brings back the wish that it says', () => {
  const address =
    '/facilities?text=%E7%94%B0%E7%84%A1&type=HALL&need=STEP_FREE&need=WHEELCHAIR&page=2';

  expect(facilityAddress(facilityWishOf(new URL(address, 'http://city').searchParams))).toBe(
    address,
  );
  expect(facilityAddress(facilityWishOf(new URLSearchParams('need="x&type=toString&page=0')))).toBe(
    '/facilities',
  );
});

test('a list is told by pages, the sure before the others', () => {
  const houses = [...Array(40).keys()].map((each) => aHouse(`house-${each}`, {}));
  const both = { sure: houses.slice(0, 35), unsure: houses.slice(35) };

  expect(pageOfFitting(both, 1)).toMatchObject({
    sure: houses.slice(0, 30),
    unsure: [],
    hasNext: true,
  });
  expect(pageOfFitting(both, 2)).toEqual({
    sure: houses.slice(30, 35),
    unsure: houses.slice(35),
    hasNext: false,
  });
  expect(pageOfFitting(both, 3)).toEqual({ sure: [], unsure: [], hasNext: false });
});

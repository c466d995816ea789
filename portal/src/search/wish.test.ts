import { expect, test } from 'vitest';

import { spanOf } from './stretch.js';
import { addressOf, choicesIn, filterOf, wishOf } from './wish.js';

/** A Tuesday in Japan. */
const now = new Date('2026-11-24T01:00:00Z');

const said = (address: string): URLSearchParams => new URLSearchParams(address);

test('an address brings back the wish that it says', () => {
  const address =
    '/?text=%E7%B5%B5%E6%9C%AC&state=OPEN&state=LOTTERY&area=S021001&when=WEEKEND&childcare=12&sort=RECENT';
  const wish = wishOf(new URL(address, 'http://city').searchParams);

  expect(addressOf(wish)).toBe(address);
  expect(choicesIn(wish)).toBe(5);
  expect(filterOf(wish, now)).toEqual({
    text: '絵本',
    applicationStates: ['OPEN', 'LOTTERY'],
    areaCodes: ['S021001'],
    period: { from: '2026-11-27T15:00:00.000Z', to: '2026-11-29T14:59:59.999Z' },
    childcareForMonths: 12,
  });
});

test('who wishes nothing has the plain address and asks for everything', () => {
  const wish = wishOf(said('text=++&sort=UPCOMING'));

  expect(addressOf(wish)).toBe('/');
  expect(filterOf(wish, now)).toEqual({});
});

test('what nobody can have chosen on the page is left out', () => {
  const wish = wishOf(said('who=EVERYBODY&who=ADULT&who=ADULT&area=%7B%22%7D&sort=toString&x=1'));

  expect(filterOf(wish, now)).toEqual({ audience: ['ADULT'] });
  expect(wish.sort).toBe('UPCOMING');
});

test('what an older page said of childcare is a child of two', () => {
  expect(filterOf(wishOf(said('childcare=on')), now)).toEqual({ childcareForMonths: 24 });
});

test('a text is cut between characters, and what nobody can see is none', () => {
  expect(wishOf(said(`text=${'あ'.repeat(99)}𠮟る`)).text).toBe(`${'あ'.repeat(99)}𠮟`);
  expect(wishOf(said('text=%00介%07護%00')).text).toBe('介 護');
});

test.each([
  ['TODAY', '2026-11-24T01:00:00Z', '2026-11-24T01:00:00.000Z', '2026-11-24T14:59:59.999Z'],
  // It is Wednesday already in Japan.
  ['TODAY', '2026-11-24T16:00:00Z', '2026-11-24T16:00:00.000Z', '2026-11-25T14:59:59.999Z'],
  ['WEEK', '2026-11-24T01:00:00Z', '2026-11-24T01:00:00.000Z', '2026-11-30T14:59:59.999Z'],
  ['WEEKEND', '2026-11-24T01:00:00Z', '2026-11-27T15:00:00.000Z', '2026-11-29T14:59:59.999Z'],
  ['WEEKEND', '2026-11-28T01:00:00Z', '2026-11-28T01:00:00.000Z', '2026-11-29T14:59:59.999Z'],
  ['WEEKEND', '2026-11-29T01:00:00Z', '2026-11-29T01:00:00.000Z', '2026-11-29T14:59:59.999Z'],
] as const)('%s at %s is from %s to %s', (stretch, at, ...span) => {
  const { from, to } = spanOf(stretch, new Date(at));

  expect([from, to]).toEqual(span);
});

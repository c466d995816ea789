import { expect, test } from 'vitest';

import { addressOf, choicesIn, filterOf, wishOf } from './wish.js';

const said = (address: string): URLSearchParams => new URLSearchParams(address);

test('an address brings back the wish that it says', () => {
  const address =
    '/?text=%E7%B5%B5%E6%9C%AC&state=OPEN&state=LOTTERY&area=S021001&childcare=on&sort=RECENT';
  const wish = wishOf(new URL(address, 'http://city').searchParams);

  expect(addressOf(wish)).toBe(address);
  expect(choicesIn(wish)).toBe(4);
  expect(filterOf(wish)).toEqual({
    text: '絵本',
    applicationStates: ['OPEN', 'LOTTERY'],
    areaCodes: ['S021001'],
    childcareForMonths: 24,
  });
});

test('who wishes nothing has the plain address and asks for everything', () => {
  const wish = wishOf(said('text=++&sort=UPCOMING'));

  expect(addressOf(wish)).toBe('/');
  expect(filterOf(wish)).toEqual({});
});

test('what nobody can have chosen on the page is left out', () => {
  const wish = wishOf(said('who=EVERYBODY&who=ADULT&who=ADULT&area=%7B%22%7D&sort=toString&x=1'));

  expect(filterOf(wish)).toEqual({ audience: ['ADULT'] });
  expect(wish.sort).toBe('UPCOMING');
});

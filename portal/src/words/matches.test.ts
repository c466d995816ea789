import { expect, test } from 'vitest';

import { matches, readable } from './matches.js';

test.each([
  ['保育の残り人数 placesLeft', 'ほいく', false],
  ['保育の残り人数 placesLeft', '保育　PLACES', true],
  ['ベビーカー', 'べびーかー', true],
  ['ﾍﾞﾋﾞｰｶｰ', 'ベビーカー', true],
  ['Course.title 題名', 'course.TITLE', true],
  ['Course.title 題名', '', true],
])('%s is found by %s: %s', (text, wanted, isFound) => {
  expect(matches(readable(text), readable(wanted))).toBe(isFound);
});

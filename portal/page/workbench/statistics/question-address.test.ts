import { expect, test } from 'vitest';

import { asked, questionOf, saidQuestion } from './question-address.js';

const address =
  'count=SEATS&by=DISTRICT&only=AGE_BAND%3A65%2B&only=DISTRICT%3AS01&only=DISTRICT%3AS02' +
  '&from=2026-04&to=2027-03&per=65%2B&snapshot=s1&least=20&samples=on';

test('an address brings back the question that it says', () => {
  const question = questionOf(new URLSearchParams(address));

  expect(saidQuestion(question).toString()).toBe(address);
  expect(asked(question)).toEqual({
    measures: ['SEATS'],
    dimensions: ['DISTRICT'],
    filters: [
      { dimension: 'AGE_BAND', values: ['65+'] },
      { dimension: 'DISTRICT', values: ['S01', 'S02'] },
    ],
    fromMonth: '2026-04',
    toMonth: '2027-03',
    perThousandOf: '65+',
    snapshot: 's1',
    smallestCell: 20,
    countSamples: true,
  });
});

test('where nothing is counted, nothing is asked', () => {
  expect(asked(questionOf(new URLSearchParams('by=DISTRICT')))).toBeUndefined();
});

test('what no question can hold is left out', () => {
  const said = 'count=SEATS&count=SEATS&count=%7B&by=x&only=AGE&from=april&least=-3&samples=1';

  expect(asked(questionOf(new URLSearchParams(said)))).toEqual({
    measures: ['SEATS'],
    dimensions: [],
    filters: [],
    countSamples: false,
  });
});

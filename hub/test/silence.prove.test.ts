import { record } from '@manabi/bench/record';
import { OperationTypeNode, parse } from 'graphql';
import { afterAll, beforeAll, expect, test } from 'vitest';

import { departments } from '../src/city/departments.js';
import { committedDocuments } from '../src/graph/document-folders.js';
import { type TestCity, openTestCity } from './open-test-city.js';
import { SilencedCity } from './silenced.js';

/** Every question that is committed; what is written by a document is asked elsewhere. */
const names = (['public', 'department'] as const)
  .flatMap(committedDocuments)
  .filter(({ text }) =>
    parse(text).definitions.every(
      (node) => !('operation' in node) || node.operation === OperationTypeNode.QUERY,
    ),
  )
  .map(({ name }) => name);

let city: TestCity;
let silenced: SilencedCity;
const proven: string[] = [];

beforeAll(async () => {
  city = await openTestCity({ separate: true, warm: true });
  silenced = new SilencedCity(city, names, new Set(['Reading.readAt', 'Reading.isBehind']));
  await silenced.learnClock();
});

afterAll(async () => {
  record('silence', { questions: names, killed: proven, followingTheClock: [...silenced.byClock] });
  await city.stop();
});

test.each(departments.map(({ name }) => name))(
  'with %s killed under every committed question, only its own fields are null, and all is whole once it is back',
  async (name) => {
    await silenced.kill(name);
    proven.push(name);
  },
);

test('every proof question of the plan was among them', () => {
  expect(names).toEqual(expect.arrayContaining(['p1', 'p4', 'p7', 'p10']));
});

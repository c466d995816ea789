import { buildSchema, parse } from 'graphql';
import { expect, test } from 'vitest';

import { type Change, isBreaking } from './change.js';
import { schemaChanges } from './schema-changes.js';
import { feels, touchedBy } from './touched.js';

const before = buildSchema(`
  interface Place { name: String! }
  type Hall implements Place { name: String! seats: Int beds: Int }
  type Room implements Place { name: String! kind: Kind }
  enum Kind { BIG SMALL }
  union Found = Hall | Room
  input Filter { kind: Kind area: String }
  type Query {
    hall(id: ID, size: Int = 1): Hall
    places(filter: Filter): [Place!]
    found: Found
    words: [String]
  }`);

const after = buildSchema(`
  interface Place { name: String }
  type Hall implements Place { name: String seats: String }
  type Room implements Place { name: String kind: Kind }
  type Field implements Place { name: String }
  enum Kind { BIG MIDDLE }
  union Found = Room
  input Filter { kind: Kind! }
  type Query {
    hall(id: ID!, size: Int = 2): Hall
    places(filter: Filter): [Place!]
    found: Found
    words: [String!]!
  }`);

const changes = schemaChanges(before, after);
const placed = (wanted: boolean): string[] =>
  changes
    .filter((change) => isBreaking(change) === wanted)
    .map(({ coordinate, kind }) => `${coordinate} ${kind}`)
    .toSorted();

test('what breaks is told apart from what is only dangerous, each with its place', () => {
  expect(placed(true)).toEqual([
    'Filter.area INPUT_FIELD_REMOVED',
    'Filter.kind INPUT_FIELD_REQUIRED',
    'Found MEMBER_REMOVED',
    'Hall.beds FIELD_REMOVED',
    'Hall.name FIELD_MADE_NULLABLE',
    'Hall.seats FIELD_TYPE_CHANGED',
    'Kind.SMALL ENUM_VALUE_REMOVED',
    'Place.name FIELD_MADE_NULLABLE',
    'Query.hall(id:) ARGUMENT_REQUIRED',
    'Room.name FIELD_MADE_NULLABLE',
  ]);
  expect(placed(false)).toEqual([
    'Kind.MIDDLE ENUM_VALUE_ADDED',
    'Place MEMBER_ADDED',
    'Query.hall(size:) DEFAULT_CHANGED',
  ]);
});

test('a graph beside itself has no changes', () => {
  expect(schemaChanges(before, before)).toEqual([]);
});

test.each<[string, Pick<Change, 'kind' | 'coordinate'>, boolean]>([
  ['{ hall { seats } }', { kind: 'FIELD_REMOVED', coordinate: 'Hall.seats' }, true],
  ['{ hall { seats } }', { kind: 'FIELD_REMOVED', coordinate: 'Hall.beds' }, false],
  ['{ places { name } }', { kind: 'FIELD_REMOVED', coordinate: 'Hall.name' }, true],
  ['{ hall { seats } }', { kind: 'DEFAULT_CHANGED', coordinate: 'Query.hall(size:)' }, true],
  [
    '{ hall(size: 3) { seats } }',
    { kind: 'DEFAULT_CHANGED', coordinate: 'Query.hall(size:)' },
    false,
  ],
  ['{ found { __typename } }', { kind: 'MEMBER_REMOVED', coordinate: 'Found' }, true],
  ['{ words }', { kind: 'MEMBER_REMOVED', coordinate: 'Found' }, false],
  [
    'query ($f: Filter) { places(filter: $f) { name } }',
    { kind: 'ENUM_VALUE_REMOVED', coordinate: 'Kind.SMALL' },
    true,
  ],
  [
    '{ places(filter: { area: "a" }) { name } }',
    { kind: 'ENUM_VALUE_REMOVED', coordinate: 'Kind.SMALL' },
    false,
  ],
])('whoever asks %s feels %o: %s', (text, change, isFelt) => {
  expect(feels(touchedBy(parse(text), before), { ...change, said: '' })).toBe(isFelt);
});

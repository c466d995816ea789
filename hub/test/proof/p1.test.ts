import { afterAll, beforeAll, expect, test } from 'vitest';

import { ask, question, whole } from '../ask.js';
import { type Gathered, gather } from '../gather.js';
import { type TestCity, openTestCity } from '../open-test-city.js';
import { expectedEdges, expectedFacets } from './found.js';

let city: TestCity;
let gathered: Gathered;

beforeAll(async () => {
  city = await openTestCity();
  gathered = await gather(city);
});

afterAll(async () => {
  await gathered.close();
  await city.stop();
});

const p1 = question('p1');

/** All edges of a search, page after page. */
async function everyEdge(variables: Record<string, unknown>): Promise<unknown[]> {
  const edges: unknown[] = [];
  let after: string | null = null;
  do {
    const { opportunities } = whole(await ask(city, { ...p1, variables: { ...variables, after } }));
    edges.push(...opportunities.edges);
    after = opportunities.pageInfo.hasNextPage ? opportunities.pageInfo.endCursor : null;
  } while (after !== null);
  return edges;
}

test('what adults can apply for now is found in every department, in order, with venue, fee and places left', async () => {
  const { opportunities } = whole(await ask(city, p1));

  const expected = await expectedEdges(gathered);
  expect(opportunities.edges).toEqual(expected.slice(0, 10));
  expect(opportunities.totalCount).toEqual({ value: expected.length, isExact: true });
  expect(opportunities.pageInfo.hasNextPage).toBe(expected.length > 10);
  expect(await everyEdge(p1.variables)).toEqual(expected);
  const departments = new Set(expected.map(({ node }) => node.__typename));
  expect([...departments].toSorted()).toEqual([
    'CareProgram',
    'Course',
    'ExternalOffering',
    'LibraryProgram',
    'SportsClass',
  ]);
});

test('facets count what each value would leave, the own filter of a facet left out', async () => {
  const { opportunities } = whole(await ask(city, p1));

  expect(opportunities.facets).toEqual(await expectedFacets(gathered));
});

test('the index tells of every department that it has read it', async () => {
  const { opportunities } = whole(await ask(city, p1));

  expect(
    opportunities.readings.map(({ department, isBehind }: Record<string, unknown>) => [
      department,
      isBehind,
    ]),
  ).toEqual(
    ['library', 'kominkan', 'sports', 'welfare', 'center'].map((department) => [department, false]),
  );
});

test('sorted by the end of applications, what closes first stands first and what never closes last', async () => {
  const edges = await everyEdge({ ...p1.variables, sort: 'APPLICATION_CLOSES' });

  expect(edges).toEqual(await expectedEdges(gathered, 'apply_closes_at'));
});

test('an answer comes as the standard media type', async () => {
  const { type } = await ask(city, p1);

  expect(type).toBe('application/graphql-response+json; charset=utf-8');
});

import { afterAll, beforeAll, describe, expect, test } from 'vitest';

import { ask, question, whole } from '../ask.js';
import { type Gathered, gather } from '../gather.js';
import { type TestCity, openTestCity } from '../open-test-city.js';
import { neededOfPlace, withChild } from './child-view.js';
import { comparable, expectedFacility } from './facility.js';
import { applicableEdges, expectedEdges, expectedFacets } from './found.js';
import { courseBooks } from './reading-view.js';

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

describe('P1', () => {
  const p1 = question('p1');

  /** All edges of a search, page after page. */
  async function everyEdge(variables: Record<string, unknown>): Promise<unknown[]> {
    const edges: unknown[] = [];
    let after: string | null = null;
    do {
      const { opportunities } = whole(
        await ask(city, { ...p1, variables: { ...variables, after } }),
      );
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
      ['library', 'kominkan', 'sports', 'welfare', 'center'].map((department) => [
        department,
        false,
      ]),
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
});

describe('Q11', () => {
  const q11 = question('q11');

  test.each([0, 14, 60])(
    'what one can apply for in the week that begins in %i days, what closes first at the top, is what the databases say',
    async (days) => {
      const from = new Date(Date.now() + days * 86_400_000);
      const to = new Date(from.getTime() + 7 * 86_400_000);

      const { opportunities } = whole(
        await ask(city, { ...q11, variables: { week: { from, to }, first: 100 } }),
      );

      // The statement makes a list.
      const expected = (await gathered.value(applicableEdges, [from, to])) as unknown[];
      expect(opportunities.edges).toEqual(expected.slice(0, 100));
      expect(opportunities.totalCount).toEqual({ value: expected.length, isExact: true });
      expect(expected.length).toBeGreaterThan(0);
    },
  );
});

describe('P4', () => {
  const p4 = question('p4');

  test('a course leads to books on its subjects and to copies at the branch nearest its venue', async () => {
    const { course } = whole(await ask(city, p4));

    expect(course).toEqual(await gathered.value(courseBooks, [p4.variables['course']]));
    expect(course.readingList.length).toBeGreaterThan(0);
    expect(course.subjects.length).toBeGreaterThan(0);
  });

  test('so does every course of the city', async () => {
    const courses = await city.sql<{ id: string }>('kominkan', 'select id from course order by id');

    for (const { id } of courses) {
      const { course } = whole(await ask(city, { ...p4, variables: { course: id } }));
      expect(course).toEqual(await gathered.value(courseBooks, [id]));
    }
    expect(courses.length).toBeGreaterThan(10);
  });

  test('some work on some list is there in large print or as an audio book too', async () => {
    const courses = await city.sql<{ id: string }>('kominkan', 'select id from course order by id');
    const formats = new Set<string>();

    for (const { id } of courses) {
      const { course } = whole(await ask(city, { ...p4, variables: { course: id } }));
      for (const entry of course.readingList)
        for (const format of entry.formats) formats.add(format);
    }

    expect([...formats]).toEqual(expect.arrayContaining(['LARGE_PRINT', 'DAISY']));
  });

  test('an id that no course has is answered by null, not by an error', async () => {
    expect(whole(await ask(city, { ...p4, variables: { course: 'nobody' } }))).toEqual({
      course: null,
    });
  });
});

describe('P7', () => {
  const p7 = question('p7');

  test('one facility answers with what every department knows of it, each with its date', async () => {
    const answer = whole(await ask(city, p7));

    const expected = await expectedFacility(gathered, String(p7.variables['code']));
    expect(comparable(answer, expected.facility)).toEqual(expected);
    const { facility, opportunities } = answer;
    expect(facility.rooms.length).toBeGreaterThan(0);
    expect(opportunities.edges.length).toBeGreaterThan(0);
  });

  test('so does every facility of the register', async () => {
    const facilities = await city.sql<{ code: string }>(
      'center',
      'select code from facility order by code',
    );

    for (const { code } of facilities) {
      const answer = whole(await ask(city, { ...p7, variables: { code } }));
      const expected = await expectedFacility(gathered, code);
      expect(comparable(answer, expected.facility)).toEqual(expected);
    }
    expect(facilities.length).toBeGreaterThan(30);
  });

  test('a code of no facility is answered by null and by nothing found there', async () => {
    const { facility, opportunities } = whole(
      await ask(city, { ...p7, variables: { code: 'nowhere' } }),
    );

    expect(facility).toBeNull();
    expect(opportunities.totalCount).toEqual({ value: 0, isExact: true });
  });
});

describe('P10', () => {
  const p10 = question('p10');

  test('with a two-year-old: what has a place in childcare, and whether a stroller gets in', async () => {
    const { opportunities } = whole(await ask(city, p10));

    expect(opportunities).toEqual(await gathered.value(withChild, [24]));
    expect(opportunities.edges.length).toBeGreaterThan(0);
  });

  test.each([6, 12, 30, 60])(
    'for a child of %i months too, the answer is what the databases say',
    async (months) => {
      const profile = { childMonths: [months], stroller: true };
      const { opportunities } = whole(await ask(city, { ...p10, variables: { months, profile } }));

      const needs = ['NURSING_ROOM', 'DIAPER_TABLE', 'STROLLER'].slice(
        months < 12 ? 0 : months < 36 ? 1 : 2,
      );
      const statement = withChild.replaceAll(neededOfPlace, `'{${needs.join(',')}}'`);
      expect(opportunities).toEqual(await gathered.value(statement, [months]));
    },
  );
});

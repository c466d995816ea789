import { randomUUID } from 'node:crypto';

import { personalTraces } from '@manabi/kit/text/personal-trace';
import { afterAll, beforeAll, expect, test } from 'vitest';

import { paths } from '../../src/city/front-door.js';
import { askAs, askFor } from '../ask-as.js';
import { type Asked, ask, question, whole } from '../ask.js';
import { type Gathered, gather } from '../gather.js';
import { type TestCity, openTestCity } from '../open-test-city.js';
import {
  accessibleReading,
  afterBook,
  branchClosure,
  casesByTheme,
  endingCourses,
  heritage,
  schoolBooks,
  shelfForCourse,
} from './library-view.js';

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

/** The departments that were asked for an answer, one entry for each call. */
async function callsFor(asked: Asked): Promise<readonly string[]> {
  const explained = { ...asked, extensions: { explain: true } };
  const { extensions } = await ask(city, explained, { path: paths.department });
  // What the gateway explains is not among what an answer must tell.
  const { explain } = extensions as unknown as { explain: { fetches: { department: string }[] } };
  return explain.fetches.map(({ department }) => department).toSorted();
}

const heritageCodes = (): Promise<{ code: string }[]> =>
  city.sql<{ code: string }>('center', 'select code from cultural_property order by code');

test('each cultural property leads to its site, its books, its digitised items, walks and lectures', async () => {
  const seen = { books: 0, items: 0, offers: 0 };

  for (const { code } of await heritageCodes()) {
    const { culturalProperty } = whole(
      await ask(city, { ...question('p15'), variables: { code } }),
    );
    expect(culturalProperty).toEqual(await gathered.value(heritage.all, [code]));
    seen.books += culturalProperty.localMaterials.titles.edges.length;
    seen.items += culturalProperty.localMaterials.digitalItems.edges.length;
    seen.offers += culturalProperty.opportunities.length;
  }

  expect(Math.min(seen.books, seen.items, seen.offers)).toBeGreaterThan(10);
});

test('from heritage to books, photographs and walks costs two calls to the center and two at most to anybody else', async () => {
  const calls = await callsFor(question('p15'));

  const times = Map.groupBy(calls, (department) => department);
  expect([...times.keys()]).toEqual(expect.arrayContaining(['center', 'library']));
  for (const each of times.values()) expect(each.length).toBeLessThanOrEqual(2);
});

test('of the mansion grove residents hear of talks, of copies on shelves and of photographs', async () => {
  const { query, variables } = question('q19');
  const { culturalProperty } = whole(await ask(city, { query, variables }));

  expect(culturalProperty).toEqual(await gathered.value(heritage.grove, [variables['code']]));
  expect(culturalProperty.localMaterials.titles.edges.length).toBeGreaterThan(2);
  expect(culturalProperty.opportunities.length).toBeGreaterThan(2);
});

test('each course is told its titles that stand on the shelf near it, and those for readers who need another form', async () => {
  const courses = await city.sql<{ id: string }>('kominkan', 'select id from course order by id');
  const seen = { titles: 0, forms: new Set<string>() };

  for (const { id } of courses) {
    const { course } = whole(await askFor(city, 'department/q01', { course: id }));
    expect(course).toEqual(await gathered.value(shelfForCourse, [id]));
    seen.titles += course.readingList.length;
    for (const { title } of course.largePrint) seen.forms.add(title.format);
  }

  expect(seen.titles).toBeGreaterThan(courses.length);
  expect(seen.forms).toEqual(new Set(['LARGE_PRINT', 'DAISY']));
});

test('for the course on care eight titles at most stand on the shelf at Yanagisawa now', async () => {
  const { course } = whole(await askFor(city, 'department/q01'));

  expect(course.title.ja).toMatch(/介護/);
  expect(course.readingList.length).toBeGreaterThan(1);
  expect(course.readingList.length).toBeLessThanOrEqual(8);
  for (const { branch, onShelf } of course.readingList)
    expect([branch.name.ja, onShelf > 0]).toEqual(['柳沢図書館', true]);
});

const endOf = async (): Promise<{ from: string; to: string }> => {
  const [week] = await city.sql<{ from: string; to: string }>(
    'kominkan',
    `select to_char(min(ends_at) at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') as from,
       to_char((min(ends_at) + interval '7 days') at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') as to
     from course where ends_at > now() and cancelled_at is null`,
  );
  return week ?? { from: '', to: '' };
};

test('courses that end in a week come with books to go on with, in no call per course', async () => {
  const week = await endOf();

  const { opportunities } = whole(await askFor(city, 'department/q04', { week }));
  const calls = await callsFor({ ...question('department/q04'), variables: { week } });

  expect(opportunities).toEqual(await gathered.value(endingCourses, [week.from, week.to]));
  expect(opportunities.edges.length).toBeGreaterThan(0);
  expect(calls.length).toBeLessThanOrEqual(6);
});

test('from a book the way goes on to courses, circles, cultural properties and questions', async () => {
  const books = await city.sql<{ isbn: string }>(
    'library',
    `select isbn from title where isbn is not null and bib_id like 'S%' order by isbn limit 130`,
  );
  const seen = { offers: 0, groups: 0, cases: 0, heritage: 0 };

  for (const { isbn } of books.filter((_, at) => at % 5 === 0)) {
    const { title } = whole(await ask(city, { ...question('q16'), variables: { isbn } }));
    expect(title).toEqual(await gathered.value(afterBook, [isbn]));
    seen.cases += title.citedIn.length;
    seen.heritage += title.culturalProperties.length;
    for (const { opportunities, groups } of title.subjects) {
      seen.offers += opportunities.length;
      seen.groups += groups.length;
    }
  }

  expect(Math.min(...Object.values(seen))).toBeGreaterThan(0);
  expect((await callsFor(question('q16'))).length).toBeLessThanOrEqual(8);
});

test('by theme staff find cases without a trace of who asked, what they rest on, and where to learn it', async () => {
  const seen = { cases: 0, notes: 0, courses: 0, words: 0 };

  for (const [code, text] of [
    ['36', '手話'],
    ['21', '文書'],
    ['49', '本'],
    ['3', '介護'],
    ['98', '林'],
  ]) {
    const answer = whole(
      await ask(city, { ...question('p22'), variables: { code, ndc: code, text } }),
    );
    expect(answer).toEqual(await gathered.value(casesByTheme, [code, text]));
    for (const { node } of answer.subject.referenceCases.edges)
      expect(personalTraces(JSON.stringify(node))).toEqual([]);
    seen.cases += answer.subject.referenceCases.edges.length;
    seen.notes += answer.subject.practiceNotes.edges.length;
    seen.courses += answer.subject.opportunities.length;
    seen.words += answer.referenceCases.edges.length;
  }

  expect(Math.min(...Object.values(seen))).toBeGreaterThan(2);
  expect((await callsFor(question('p22'))).length).toBeLessThanOrEqual(8);
});

test('readers who cannot read print learn what each branch does for them and which books have another form', async () => {
  const asked = question('accessible-reading');

  const answer = whole(await ask(city, asked));
  const calls = await callsFor(asked);

  expect(answer).toEqual(await gathered.value(accessibleReading, [asked.variables['text']]));
  const kinds = answer.libraryBranches.flatMap(({ services }: { services: { kind: string }[] }) =>
    services.map(({ kind }) => kind),
  );
  expect(kinds).toEqual(expect.arrayContaining(['HOME_DELIVERY', 'FACE_TO_FACE_READING']));
  expect(answer.titles.edges.length).toBeGreaterThan(2);
  expect(calls.length).toBeLessThanOrEqual(3);
});

test.each([1, 3, 5, 6, 9])(
  'a school finds the sets of books for grade %i that it can have on a day',
  async (grade) => {
    const [day] = await city.sql<{ on: string }>(
      'library',
      `select (min(bookable_from) + 45)::text as on from book_set`,
    );
    const on = day?.on ?? '';

    const { bookSets } = whole(
      await ask(city, { ...question('school-books'), variables: { grade, on } }),
    );

    expect(bookSets).toEqual(await gathered.value(schoolBooks, [grade, on]));
    expect(bookSets.edges.length).toBeGreaterThan(0);
  },
);

test.each(['2026-12-02T11:00:00+09:00', '2026-12-04T19:30:00+09:00', '2026-12-07T11:00:00+09:00'])(
  'when a library closes, its events, its pick-up shelf and the nearest branch open at %s are told',
  async (at) => {
    const branches = await city.sql<{ code: string }>(
      'library',
      'select facility_code as code from library_branch',
    );
    const from = new Date().toISOString();
    const to = new Date(Date.now() + 30 * 24 * 60 * 60 * 1000).toISOString();
    const seen = { programs: 0, waiting: 0 };

    for (const { code } of branches) {
      const variables = { facility: code, time: { from, to }, at };
      const { facility } = whole(await askFor(city, 'department/branch-closure', variables));
      expect(facility).toEqual(await gathered.value(branchClosure, [code, from, to, at]));
      seen.programs += facility.branch.programs.edges.length;
      seen.waiting += facility.branch.pickupShelf.waiting;
    }

    expect(Math.min(...Object.values(seen))).toBeGreaterThan(0);
  },
);

const desk = { role: 'department', scopes: ['library.write'] } as const;
const found = async (text: string): Promise<string[]> => {
  const { opportunities } = whole(
    await ask(city, {
      query: `query ($text: String!) { opportunities(filter: { text: $text }) { edges { node { id } } } }`,
      variables: { text },
    }),
  );
  return opportunities.edges.map(({ node }: { node: { id: string } }) => node.id);
};

test('what a branch publishes is found by residents, and no more once it is cancelled', async () => {
  const [branch] = await city.sql<{ id: string }>(
    'library',
    'select id from library_branch limit 1',
  );
  const startsAt = new Date(Date.now() + 20 * 24 * 60 * 60 * 1000).toISOString();
  const publish = `mutation ($input: PublishLibraryProgramInput!) { publishLibraryProgram(input: $input) {
    ... on LibraryProgramPublished { libraryProgram { id revision } } } }`;
  const cancel = `mutation ($input: CancelLibraryProgramInput!) { cancelLibraryProgram(input: $input) { __typename } }`;
  const input = {
    idempotencyKey: randomUUID(),
    reason: '冬の行事',
    branchId: branch?.id,
    title: 'けん玉と昔話の夕べ',
    kind: 'STORYTIME',
    times: [{ startsAt }],
  };

  const published = await askAs(city, desk, { query: publish, variables: { input } });
  await city.services.catchUp();
  const { id, revision } = whole(published).publishLibraryProgram.libraryProgram;
  const before = await found('けん玉と昔話');
  const change = { idempotencyKey: randomUUID(), reason: '講師の都合', id, revision };
  const cancelled = await askAs(city, desk, { query: cancel, variables: { input: change } });
  await city.services.catchUp();
  const stranger = await ask(city, { query: publish, variables: { input } });

  expect(before).toEqual([id]);
  expect(whole(cancelled).cancelLibraryProgram.__typename).toBe('LibraryProgramCancelled');
  expect(await found('けん玉と昔話')).toEqual([]);
  expect(stranger.data?.publishLibraryProgram).toBeUndefined();
});

test('without copies nothing stands on a shelf, and without cases there is no advice', async () => {
  await city.sql('library', 'delete from holding');
  await city.sql('welfare', 'delete from practice_note');
  await city.sql('library', 'delete from reference_case');
  await city.sql('library', 'delete from branch_service');
  await city.sql('library', 'delete from book_set');
  await city.services.catchUp();

  const { course } = whole(await askFor(city, 'department/q01'));
  const theme = whole(await ask(city, question('p22')));
  const reading = whole(await ask(city, question('accessible-reading')));
  const sets = whole(await ask(city, question('school-books')));

  expect(course.readingList).toEqual([]);
  expect(theme.subject.referenceCases.edges).toEqual([]);
  expect(theme.subject.practiceNotes.edges).toEqual([]);
  expect(theme.referenceCases.edges).toEqual([]);
  for (const { services } of reading.libraryBranches) expect(services).toEqual([]);
  expect(sets.bookSets.edges).toEqual([]);
});

test('when the library has nothing of it any more, a cultural property stays and its lists are empty', async () => {
  await city.sql('library', `update title set heritage_codes = '{}'`);
  await city.sql('library', 'delete from digital_item');
  await city.services.catchUp();

  const { culturalProperty } = whole(await ask(city, question('p15')));

  expect(culturalProperty.localMaterials).toEqual({
    titles: { edges: [] },
    digitalItems: { edges: [] },
  });
  expect(culturalProperty.name.ja).toBe('見本屋敷林');
});

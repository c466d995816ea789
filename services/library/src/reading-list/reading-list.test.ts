import { openTestService } from '@manabi/kit/testing/test-service';
import { expect, test } from 'vitest';

import { aBranch } from '../branch/branch.builder.js';
import { aHolding } from '../holding/holding.builder.js';
import { HoldingStatus } from '../holding/holding.entity.js';
import { library } from '../service.js';
import { aTitle } from '../title/title.builder.js';
import { TitleFormat } from '../title/title.entity.js';

const lists = `query ($of: [_Any!]!, $first: Int! = 5) { _entities(representations: $of) { ... on Course {
  readingList(first: $first) { title { bibId } branch { id } availableThere copies checkedAt match formats }
} } }`;

const ndc = (...codes: string[]) => codes.map((code) => ({ scheme: 'NDC', code }));

const checked = '2026-10-05T00:30:00.000Z';
const north = { latitude: 35.75, longitude: 139.55 };
const south = { latitude: 35.71, longitude: 139.55 };

function aCourseAt(point: object | null, ...codes: string[]): object {
  return {
    __typename: 'Course',
    id: `course-${codes.join()}`,
    subjects: ndc(...codes),
    venue: { __typename: 'Facility', code: 'hall', point },
  };
}

const shelves = () => [
  aBranch({ id: 'north', ...north }),
  aBranch({ id: 'south', ...south }),
  aTitle({ bibId: 'exact-lent', subjectKeys: ndc('369.26'), year: 2020 }),
  aTitle({ bibId: 'exact-here', subjectKeys: ndc('369.26'), year: 1990 }),
  aTitle({ bibId: 'prefix', subjectKeys: ndc('369'), year: 2024 }),
  aTitle({ bibId: 'division', subjectKeys: ndc('361'), year: 2025 }),
  aTitle({ bibId: 'elsewhere', subjectKeys: ndc('596') }),
  aHolding({ id: '1', bibId: 'exact-lent', branchId: 'north', status: HoldingStatus.LENT }),
  aHolding({ id: '2', bibId: 'exact-here', branchId: 'north', checkedAt: new Date(checked) }),
  aHolding({ id: '3', bibId: 'exact-here', branchId: 'south', status: HoldingStatus.LENT }),
  aHolding({ id: '4', bibId: 'prefix', branchId: 'south' }),
];

test('a reading list goes by subject first, then by what stands at the branch nearest to the venue', async () => {
  const service = await openTestService(library);
  await service.plant(...shelves());

  const { data, errors } = await service.ask(lists, {
    of: [aCourseAt({ latitude: 35.749, longitude: 139.551 }, '369.26')],
  });

  expect(errors).toEqual([]);
  const entry = (bibId: string, match: string, availableThere: string) => ({
    title: { bibId },
    branch: { id: 'north' },
    match,
    availableThere,
    copies: availableThere === 'UNKNOWN' ? 0 : 1,
    checkedAt: bibId === 'exact-here' ? checked : null,
    formats: [],
  });
  expect(data._entities[0].readingList).toEqual([
    entry('exact-here', 'EXACT', 'YES'),
    entry('exact-lent', 'EXACT', 'NO'),
    entry('prefix', 'PREFIX', 'UNKNOWN'),
    entry('division', 'DIVISION', 'UNKNOWN'),
  ]);
});

test('a list may hold only what stands on the shelf there, or only forms that its readers can read', async () => {
  const service = await openTestService(library);
  await service.plant(
    ...shelves(),
    aTitle({ bibId: 'large', subjectKeys: ndc('369.26'), format: TitleFormat.LARGE_PRINT }),
  );

  const { data, errors, queries } = await service.ask(
    `query ($of: [_Any!]!) { _entities(representations: $of) { ... on Course {
      here: readingList(onShelf: true) { title { bibId } } large: readingList(formats: [LARGE_PRINT, DAISY]) { title { bibId } } } } }`,
    { of: [aCourseAt(north, '369.26'), aCourseAt(south, '369.26')] },
  );

  expect(errors).toEqual([]);
  expect(data._entities).toEqual([
    { here: [{ title: { bibId: 'exact-here' } }], large: [{ title: { bibId: 'large' } }] },
    { here: [{ title: { bibId: 'prefix' } }], large: [{ title: { bibId: 'large' } }] },
  ]);
  expect(queries).toBe(2);
});

test('without a place the whole city counts, and no branch is named', async () => {
  const service = await openTestService(library);
  await service.plant(...shelves());
  const nowhere = { __typename: 'Course', id: 'x', subjects: ndc('369.26'), venue: null };

  const { data } = await service.ask(lists, { of: [nowhere, aCourseAt(null, '369')], first: 1 });

  expect(data._entities[0].readingList[0]).toMatchObject({
    title: { bibId: 'exact-here' },
    branch: null,
    availableThere: 'YES',
    copies: 2,
  });
  expect(data._entities[1].readingList[0]).toMatchObject({
    title: { bibId: 'prefix' },
    branch: null,
  });
});

test('the editions of one work stand as one entry that names all forms', async () => {
  const service = await openTestService(library);
  const work = { subjectKeys: ndc('49') };
  await service.plant(
    aBranch({ id: 'north', ...north }),
    aTitle({ bibId: 'print', format: TitleFormat.BOOK, ...work }),
    aTitle({ bibId: 'large', format: TitleFormat.LARGE_PRINT, editionOf: 'print', ...work }),
    aTitle({ bibId: 'daisy', format: TitleFormat.DAISY, editionOf: 'print', ...work }),
    aHolding({ bibId: 'large', branchId: 'north' }),
  );

  const { data } = await service.ask(lists, { of: [aCourseAt(north, '49', '4')] });

  expect(data._entities[0].readingList).toEqual([
    expect.objectContaining({
      title: { bibId: 'large' },
      availableThere: 'YES',
      formats: ['BOOK', 'DAISY', 'LARGE_PRINT'],
    }),
  ]);
});

test('the lists of 100 courses cost one query, with their titles and branches three', async () => {
  const service = await openTestService(library);
  await service.plant(...shelves());
  const courses = Array.from({ length: 100 }, (_, at) =>
    aCourseAt({ latitude: 35.7 + at / 1_000, longitude: 139.55 }, at % 2 ? '369.26' : '59'),
  );

  const alone = await service.ask(
    `query ($of: [_Any!]!) { _entities(representations: $of) { ... on Course { readingList { copies } } } }`,
    { of: courses },
  );
  const whole = await service.ask(lists, { of: courses });

  expect(alone.queries).toBe(1);
  expect(whole.queries).toBe(3);
  expect(whole.data._entities[1].readingList[0]).toMatchObject({ branch: { id: 'south' } });
  expect(whole.data._entities[99].readingList[0]).toMatchObject({ branch: { id: 'north' } });
  expect(whole.data._entities[0].readingList[0]).toMatchObject({ title: { bibId: 'elsewhere' } });
});

test('a course without an NDC subject has an empty list, and a list of 21 is refused', async () => {
  const service = await openTestService(library);
  const course = aCourseAt(north, '49');

  const none = await service.ask(lists, {
    of: [{ ...course, subjects: [{ scheme: 'MEXT', code: '1' }] }],
  });
  const long = await service.ask(lists, { of: [course], first: 21 });

  expect(none.data._entities[0].readingList).toEqual([]);
  expect(long.errors[0]?.extensions['code']).toBe('BAD_USER_INPUT');
});

test('what the library withdrew is on no reading list, nor a form of what is', async () => {
  const service = await openTestService(library);
  const withdrawnAt = new Date('2026-09-30T09:00:00+09:00');
  await service.plant(
    aTitle({ bibId: 'gone', subjectKeys: ndc('369.26'), withdrawnAt }),
    aTitle({ bibId: 'kept', subjectKeys: ndc('369.26'), format: TitleFormat.BOOK }),
    aTitle({ bibId: 'large', editionOf: 'kept', format: TitleFormat.LARGE_PRINT, withdrawnAt }),
  );

  const { data, errors } = await service.ask(lists, { of: [aCourseAt(null, '369.26')] });

  expect(errors).toEqual([]);
  expect(data._entities[0].readingList).toMatchObject([
    { title: { bibId: 'kept' }, formats: ['BOOK'] },
  ]);
});

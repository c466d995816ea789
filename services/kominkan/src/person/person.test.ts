import { openTestService } from '@manabi/kit/testing/test-service';
import { expect, test } from 'vitest';

import { aCourse } from '../course/course.builder.js';
import { kominkan } from '../service.js';

const question = `query ($of: [_Any!]!, $first: Int, $after: String) {
  _entities(representations: $of) { ... on Person { id taught(first: $first, after: $after) {
    edges { node { id } } pageInfo { hasNextPage endCursor }
  } } }
}`;
const people = (...ids: string[]) => ids.map((id) => ({ __typename: 'Person', id }));
const courseIds = (taught: { edges: { node: { id: string } }[] }) =>
  taught.edges.map(({ node }) => node.id);

test('what many people taught costs one query, latest first', async () => {
  const service = await openTestService(kominkan);
  await service.plant(
    aCourse({ id: 'old', startsAt: new Date('2020-01-01'), instructorIds: ['a'] }),
    aCourse({ id: 'new', startsAt: new Date('2026-01-01'), instructorIds: ['b', 'a'] }),
    aCourse({ id: 'some-day', instructorIds: ['a'] }),
    aCourse({ id: 'gone', instructorIds: ['a'], withdrawnAt: new Date('2026-01-01') }),
  );

  const { data, errors, queries } = await service.ask(question, { of: people('a', 'b', 'c') });

  expect(errors).toEqual([]);
  expect(data._entities.map(({ taught }: { taught: never }) => courseIds(taught))).toEqual([
    ['new', 'old', 'some-day'],
    ['new'],
    [],
  ]);
  expect(queries).toBe(1);
});

test('pages of what somebody taught meet without gap or overlap, even where starts are equal', async () => {
  const service = await openTestService(kominkan);
  const startsAt = new Date('2026-01-01');
  await service.plant(
    ...['p', 'q', 'r'].map((id) => aCourse({ id, startsAt, instructorIds: ['a'] })),
    ...['x', 'y'].map((id) => aCourse({ id, instructorIds: ['a'] })),
  );

  const seen: string[] = [];
  let after: string | null = null;
  for (let page = 0; page < 3; page += 1) {
    const { data } = await service.ask(question, { of: people('a'), first: 2, after });
    const { taught } = data._entities[0];
    seen.push(...courseIds(taught));
    after = taught.pageInfo.endCursor;
    expect(taught.pageInfo.hasNextPage).toBe(page < 2);
  }

  expect(seen).toEqual(['r', 'q', 'p', 'y', 'x']);
});

test('a cursor of another list is refused', async () => {
  const service = await openTestService(kominkan);

  const { errors } = await service.ask(question, { of: people('a'), after: 'nonsense' });

  expect(errors[0]).toMatchObject({ extensions: { code: 'BAD_USER_INPUT' } });
});

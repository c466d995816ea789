import type { FeedSource } from '@manabi/kit/feed/feed.follow';
import type { FeedItem } from '@manabi/kit/feed/publisher';
import { openTestService } from '@manabi/kit/testing/test-service';
import { expect, test } from 'vitest';

import { aChildcareSession } from '../childcare/childcare.builder.js';
import { welfare } from '../service.js';

const course = (id: string, cancelledAt: string | null, kind = 'Course'): FeedItem => ({
  id,
  kind,
  state: 'updated',
  modified: 1,
  data: { cancelledAt },
});

const hours = (day: string, from: string, to: string) => ({
  startsAt: `${day}T${from}:00+09:00`,
  endsAt: `${day}T${to}:00+09:00`,
  allDay: false,
});

/** A course that goes on, of which some times were called off. */
const shortened = (
  id: string,
  occurrences: readonly object[],
  calledOff: readonly object[],
): FeedItem => ({
  ...course(id, null),
  data: {
    occurrences,
    calledOff: calledOff.map((time) => ({ ...time, at: '2026-10-02T00:00:00Z' })),
  },
});

/** The feed of the community centres, to which a test tells more. */
function aFeed(): { tell: (...items: FeedItem[]) => void; read: FeedSource } {
  const told: FeedItem[] = [];
  return {
    tell: (...items) => void told.push(...items),
    read: (cursor) => {
      const items = told.slice(Number(cursor ?? 0));
      return Promise.resolve({ epoch: 'first', items, next: String(told.length) });
    },
  };
}

async function openTown() {
  const kominkan = aFeed();
  const service = await openTestService(welfare, { feeds: { kominkan: kominkan.read } });
  await service.plant(
    aChildcareSession({ id: 'one', opportunityId: 'picture-books', places: 6, placesLeft: 3 }),
    aChildcareSession({ id: 'two', opportunityId: 'picture-books' }),
    aChildcareSession({ id: 'other', opportunityId: 'choir' }),
  );
  const cancelled = async () => {
    await service.service.catchUp();
    const rows = await service
      .em()
      .execute<{ id: string }[]>(
        'select id from childcare_session where cancelled_at is not null order by id',
      );
    return rows.map(({ id }) => id);
  };
  return { kominkan, service, cancelled };
}

test('childcare at a course that is cancelled is cancelled with it, and stands again with it', async () => {
  const { kominkan, cancelled } = await openTown();

  kominkan.tell(course('picture-books', '2026-10-01T00:00:00Z'), course('choir', null));
  expect(await cancelled()).toEqual(['one', 'two']);
  kominkan.tell(course('picture-books', null));
  expect(await cancelled()).toEqual([]);
});

test('childcare that was cancelled alone stays so, and other kinds of records are passed over', async () => {
  const { kominkan, service, cancelled } = await openTown();
  await service.em().execute(`update childcare_session set cancelled_at = now() where id = 'two'`);

  kominkan.tell(course('picture-books', null), course('choir', '2026-10-01T00:00:00Z', 'Room'));

  expect(await cancelled()).toEqual(['two']);
});

test('childcare that is entered after a course was deleted is cancelled from the beginning', async () => {
  const { kominkan, service, cancelled } = await openTown();
  kominkan.tell({ id: 'kayak', kind: 'Course', state: 'deleted', modified: 2 });
  await cancelled();

  await service.plant(aChildcareSession({ id: 'late', opportunityId: 'kayak' }));

  expect(await cancelled()).toEqual(['late']);
});

test('cancelled childcare is told to followers without a place left, and who looks at the house sees it', async () => {
  const { kominkan, service, cancelled } = await openTown();
  await service
    .em()
    .execute(`update childcare_session set facility_code = 'hall' where id = 'one'`);
  kominkan.tell(course('picture-books', '2026-10-01T00:00:00Z'));
  await cancelled();

  const { items } = await service.service.feed();
  const { data } = await service.ask(
    `{ _entities(representations: [{ __typename: "Facility", code: "hall" }]) { ... on Facility {
      within: childcare(in: { from: "2026-10-10T00:00:00+09:00", to: "2026-10-11T00:00:00+09:00" }) { edges { node { id cancelledAt } } }
      before: childcare(in: { to: "2026-10-09T00:00:00+09:00" }) { edges { node { id } } } } } }`,
  );

  expect(items.find(({ id }) => id === 'one')?.data).toMatchObject({ placesLeft: 0 });
  expect(data._entities[0]).toEqual({
    within: { edges: [{ node: { id: 'one', cancelledAt: '2026-10-01T00:00:00.000Z' } }] },
    before: { edges: [] },
  });
});

test('childcare follows the one meeting that is cancelled or moved, and stands again with it', async () => {
  const { kominkan, service, cancelled } = await openTown();
  await service.plant(
    aChildcareSession({
      id: 'week after',
      opportunityId: 'picture-books',
      startsAt: new Date('2026-10-17T09:45:00+09:00'),
      endsAt: new Date('2026-10-17T12:15:00+09:00'),
    }),
  );
  const [first, second] = [
    hours('2026-10-10', '10:00', '12:00'),
    hours('2026-10-17', '10:00', '12:00'),
  ];

  kominkan.tell(shortened('picture-books', [second], [first]));
  expect(await cancelled()).toEqual(['one', 'two']);
  await service.plant(aChildcareSession({ id: 'late', opportunityId: 'picture-books' }));
  expect(await cancelled()).toEqual(['late', 'one', 'two']);
  kominkan.tell(shortened('picture-books', [first, second], []));
  expect(await cancelled()).toEqual([]);
});

test('childcare stays where it also goes with a meeting that stands', async () => {
  const { kominkan, cancelled } = await openTown();
  const later = hours('2026-10-10', '11:00', '13:00');

  kominkan.tell(
    shortened('picture-books', [later], [hours('2026-10-10', '10:00', '12:00')]),
    shortened('choir', [], [hours('2026-10-10', '12:15', '14:00')]),
  );

  expect(await cancelled()).toEqual([]);
});

import { openTestService } from '@manabi/kit/testing/test-service';
import { expect, test } from 'vitest';

import { kominkan } from '../service.js';
import { aStudyRoom } from '../study-room/study-room.builder.js';
import { anAdviceDay } from './advice-day.builder.js';

const day = (date: string) => ({
  startsAt: new Date(`${date}T13:00:00+09:00`),
  endsAt: new Date(`${date}T16:00:00+09:00`),
});

test('the advice days of a hundred desks and their rooms cost one query each', async () => {
  const service = await openTestService(kominkan);
  const ids = Array.from({ length: 100 }, (_, at) => `d${at}`);
  await service.plant(
    aStudyRoom(),
    ...ids.map((deskId) => anAdviceDay({ id: `day of ${deskId}`, deskId, roomId: 'room' })),
    anAdviceDay({ id: 'past', deskId: 'd7', ...day('2026-10-01') }),
    anAdviceDay({ id: 'today', deskId: 'd7', ...day('2026-10-05') }),
  );

  const { data, errors, queries } = await service.ask(
    `query ($of: [_Any!]!) { _entities(representations: $of) { ... on Desk {
      id adviceDays { edges { node { id desk { id } room { id } placesLeft appointment } } } } } }`,
    { of: ids.map((id) => ({ __typename: 'Desk', id })) },
  );

  expect([errors, queries]).toEqual([[], 2]);
  expect(data._entities[7].adviceDays.edges).toMatchObject([
    { node: { id: 'today' } },
    {
      node: {
        id: 'day of d7',
        desk: { id: 'd7' },
        room: { id: 'room' },
        placesLeft: null,
        appointment: 'UNKNOWN',
      },
    },
  ]);
});

test('advice days are found by place and days, page by page, in one query', async () => {
  const service = await openTestService(kominkan);
  await service.plant(
    ...['2026-11-02', '2026-11-03', '2026-11-04'].map((date) =>
      anAdviceDay({ id: date, venueCode: '132292-0301', ...day(date) }),
    ),
    anAdviceDay({ id: 'elsewhere', venueCode: '132292-0302', ...day('2026-11-03') }),
    anAdviceDay({ id: 'later', venueCode: '132292-0301', ...day('2026-12-03') }),
  );
  const found = async (after: string | null) => {
    const { data, errors, queries } = await service.ask(
      `query ($after: String) { adviceDays(in: { from: "2026-11-01T00:00:00+09:00", to: "2026-12-01T00:00:00+09:00" },
        facilityCodes: ["132292-0301"], first: 2, after: $after) {
        edges { node { id venue { code } } } pageInfo { hasNextPage endCursor } } }`,
      { after },
    );
    expect([errors, queries]).toEqual([[], 1]);
    return data.adviceDays;
  };

  const first = await found(null);
  const rest = await found(first.pageInfo.endCursor);

  const ids = (page: { edges: { node: { id: string } }[] }) =>
    page.edges.map(({ node }) => node.id);
  expect([ids(first), ids(rest)]).toEqual([['2026-11-02', '2026-11-03'], ['2026-11-04']]);
  expect(rest.pageInfo.hasNextPage).toBe(false);
});

test('references to a hundred advice days cost one query', async () => {
  const service = await openTestService(kominkan);
  const ids = Array.from({ length: 100 }, (_, at) => `day ${at}`);
  await service.plant(...ids.map((id) => anAdviceDay({ id })));

  const { data, queries } = await service.ask(
    `query ($of: [_Any!]!) { _entities(representations: $of) { ... on AdviceDay { id theme { ja } } } }`,
    { of: ids.map((id) => ({ __typename: 'AdviceDay', id })) },
  );

  expect(data._entities[99]).toEqual({ id: 'day 99', theme: { ja: '法律相談' } });
  expect(queries).toBe(1);
});

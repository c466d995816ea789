import { openTestService } from '@manabi/kit/testing/test-service';
import { expect, test } from 'vitest';

import { aCourse } from '../course/course.builder.js';
import { kominkan } from '../service.js';
import { aStudyRoom } from '../study-room/study-room.builder.js';
import { aSession } from './session.builder.js';

test('the sessions of many courses cost one query', async () => {
  const service = await openTestService(kominkan);
  await service.plant(
    aCourse({ id: 'choir' }),
    aCourse({ id: 'kayak' }),
    aSession({ id: 'a', courseId: 'choir', topic: 'はじめて歌う' }),
    aSession({ id: 'b', courseId: 'kayak' }),
  );

  const { data, errors, queries } = await service.ask(
    `query ($of: [_Any!]!) { _entities(representations: $of) { ... on Course { id title { ja } applicationState sessions { topic } venue { code } provenance { stale } } } }`,
    { of: ['kayak', 'choir'].map((id) => ({ __typename: 'Course', id })) },
  );

  expect(errors).toEqual([]);
  expect(data._entities[1]).toEqual({
    id: 'choir',
    title: { ja: '講座' },
    applicationState: 'UNKNOWN',
    sessions: [{ topic: 'はじめて歌う' }],
    venue: null,
    provenance: { stale: true },
  });
  expect(queries).toBe(2);
});

test('the rooms and courses of many sessions cost one query each', async () => {
  const service = await openTestService(kominkan);
  const ids = Array.from({ length: 100 }, (_, at) => `s${at}`);
  await service.plant(
    aCourse({ id: 'choir' }),
    aStudyRoom({ id: 'room' }),
    ...ids.map((id, at) =>
      aSession({ id, courseId: 'choir', roomId: at === 0 ? 'elsewhere' : 'room' }),
    ),
  );

  const { data, errors, queries } = await service.ask(
    `query ($of: [_Any!]!) { _entities(representations: $of) { ... on Session { id room { id } course { id } } } }`,
    { of: ids.map((id) => ({ __typename: 'Session', id })) },
  );

  expect(errors).toEqual([]);
  expect(data._entities[0]).toEqual({ id: 's0', room: null, course: { id: 'choir' } });
  expect(data._entities[99]).toEqual({ id: 's99', room: { id: 'room' }, course: { id: 'choir' } });
  expect(queries).toBe(3);
});

test('whom a closure of many rooms would hit costs one query for sessions and one for courses, page by page', async () => {
  const service = await openTestService(kominkan);
  const at = (day: number) => new Date(`2026-11-${10 + day}T10:00:00+09:00`);
  await service.plant(
    aCourse({ id: 'choir' }),
    aCourse({ id: 'kayak' }),
    aStudyRoom({ id: 'a' }),
    aStudyRoom({ id: 'b' }),
    ...[0, 1, 2, 3].map((day) =>
      aSession({ id: `s${day}`, courseId: 'choir', roomId: 'a', startsAt: at(day) }),
    ),
    aSession({ id: 'same', courseId: 'kayak', roomId: 'a', startsAt: at(1) }),
    aSession({ id: 'other', courseId: 'kayak', roomId: 'b', startsAt: at(2) }),
  );
  const during = async (after: string | null = null) => {
    const { data, errors, queries } = await service.ask(
      `query ($of: [_Any!]!, $after: String) { _entities(representations: $of) { ... on StudyRoom {
        sessions(from: "2026-11-11T00:00:00+09:00", to: "2026-11-13T00:00:00+09:00", first: 2, after: $after) {
          edges { node { id course { id } } } pageInfo { hasNextPage endCursor }
        }
      } } }`,
      { of: ['a', 'b'].map((id) => ({ __typename: 'StudyRoom', id })), after },
    );
    expect(errors).toEqual([]);
    // The rooms, the sessions in them, and the courses of those.
    expect(queries).toBe(3);
    return data._entities.map(({ sessions }: { sessions: unknown }) => sessions);
  };

  const [a, b] = await during();
  const [rest] = await during(a.pageInfo.endCursor);

  expect(a).toMatchObject({
    edges: [
      { node: { id: 's1', course: { id: 'choir' } } },
      { node: { id: 'same', course: { id: 'kayak' } } },
    ],
    pageInfo: { hasNextPage: true },
  });
  expect(b.edges).toEqual([{ node: { id: 'other', course: { id: 'kayak' } } }]);
  expect(rest).toMatchObject({ edges: [{ node: { id: 's2' } }], pageInfo: { hasNextPage: false } });
});

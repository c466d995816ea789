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

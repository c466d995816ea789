import { openTestService } from '@manabi/kit/testing/test-service';
import { expect, test } from 'vitest';

import { aCourse } from '../course/course.builder.js';
import { kominkan } from '../service.js';
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

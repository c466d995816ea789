import { openTestService } from '@manabi/kit/testing/test-service';
import { expect, onTestFinished, test } from 'vitest';

import { kominkan } from '../service.js';
import { aCourse } from './course.builder.js';

test('a course and its withdrawal are told to who subscribed to it; no other course, and nobody who applied', async () => {
  const service = await openTestService(kominkan);
  const leaving = new AbortController();
  onTestFinished(() => leaving.abort());
  const query = `subscription { courseChanged(ids: ["care"]) { id state changedAt course { title { ja } } } }`;
  const messages = service.service.subscriptions.open(
    { query },
    { after: undefined, signal: leaving.signal },
  );
  await messages.next();
  const course = aCourse({ id: 'care', title: { ja: '介護入門' }, capacity: 40, taken: 0 });

  await service.plant(aCourse({ id: 'other' }), course);
  const told = [await messages.next()];
  await service.em().execute(`update course set withdrawn_at = now() where id = 'care'`);
  told.push(await messages.next());
  await service.em().execute(`update course set taken = 3, waiting = 2 where id = 'care'`);
  await service.em().execute(`delete from course where id = 'care'`);
  told.push(await messages.next());

  const numbers = told.map(({ value }) => Number(value?.cursor.split('.')[1]));
  const changes = told.map(({ value }) => value?.answer?.data?.['courseChanged']);
  expect(changes).toMatchObject([
    { id: 'care', state: 'UPDATED', course: { title: { ja: '介護入門' } } },
    { id: 'care', state: 'WITHDRAWN', course: { title: { ja: '介護入門' } } },
    { id: 'care', state: 'WITHDRAWN', course: null },
  ]);
  expect(numbers[2]).toBe(numbers[1]! + 1);
});

import { setTimeout } from 'node:timers/promises';

import { testDatabase } from '@manabi/kit/postgres/test-database';
import { expect, onTestFinished, test } from 'vitest';

import { inTurn } from './in-turn.js';

test('two imports of one city take turns, and the second is told that it waits', async () => {
  const database = await testDatabase();
  onTestFinished(() => database.drop());
  const seen: string[] = [];
  const takes = (name: string) =>
    inTurn(
      database.url,
      () => seen.push('one waits'),
      async () => {
        seen.push(`${name} begins`);
        await setTimeout(300);
        seen.push(`${name} ends`);
      },
    );

  const first = takes('first');
  await setTimeout(150);
  await Promise.all([first, takes('second')]);

  expect(seen.filter((what) => what !== 'one waits')).toEqual([
    'first begins',
    'first ends',
    'second begins',
    'second ends',
  ]);
  expect(seen).toContain('one waits');
});

test('an import that fails gives its turn to the next', async () => {
  const database = await testDatabase();
  onTestFinished(() => database.drop());
  const fails = inTurn(
    database.url,
    () => {},
    () => Promise.reject(new Error('unreadable')),
  );

  await expect(fails).rejects.toThrow('unreadable');
  expect(
    await inTurn(
      database.url,
      () => {},
      async () => 'taken',
    ),
  ).toBe('taken');
});

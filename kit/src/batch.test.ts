import type { EntityManager } from '@mikro-orm/postgresql';
import { expect, test } from 'vitest';

import { Loaders, many, one } from './batch.js';

const em = {} as EntityManager;

test('keys of one moment are fetched at once, and answered in their order', async () => {
  const asked: (readonly string[])[] = [];
  const byId = () =>
    one(
      async (ids: readonly string[]) => {
        asked.push(ids);
        return [{ id: 'b' }, { id: 'a' }];
      },
      (row) => row.id,
    );

  const loader = new Loaders(em).of(byId);
  const rows = await Promise.all(['a', 'nobody', 'b', 'a'].map((id) => loader.load(id)));

  expect(rows).toEqual([{ id: 'a' }, null, { id: 'b' }, { id: 'a' }]);
  expect(asked).toEqual([['a', 'nobody', 'b']]);
});

test('a key of several parts is one key, and what has no rows has an empty list', async () => {
  const ofSubject = () =>
    many(
      async (keys: readonly { scheme: string; code: string }[]) =>
        keys.slice(0, 1).flatMap(() => [
          { scheme: 'NDC', code: '4', title: 'Stars' },
          { scheme: 'NDC', code: '4', title: 'Birds' },
        ]),
      ({ scheme, code }) => ({ scheme, code }),
    );

  const loader = new Loaders(em).of(ofSubject);
  const rows = await Promise.all(
    [
      { code: '4', scheme: 'NDC' },
      { scheme: 'MEXT', code: '4' },
    ].map((key) => loader.load(key)),
  );

  expect(rows.map((titles) => titles.map(({ title }) => title))).toEqual([['Stars', 'Birds'], []]);
});

test('a thousand and one keys take two queries', async () => {
  let queries = 0;
  const byId = () =>
    one(
      async (ids: readonly string[]) => {
        queries += 1;
        return ids.map((id) => ({ id }));
      },
      (row) => row.id,
    );

  const loader = new Loaders(em).of(byId);
  await Promise.all(Array.from({ length: 1_001 }, (_, at) => loader.load(String(at))));

  expect(queries).toBe(2);
});

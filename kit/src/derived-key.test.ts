import { readFileSync } from 'node:fs';

import { expect, test } from 'vitest';

import { feedKey, nudgeKey, serviceKey } from './derived-key.js';

const city = 'a key for test vectors, never for a city';

test('the keys of services, of their feeds and of their nudges are those that the page on signatures tells', () => {
  const page = readFileSync(new URL('../../docs/signature.md', import.meta.url), 'utf8');
  const own = serviceKey(city, 'library');

  for (const key of [own, feedKey(own, 'library'), nudgeKey(own, 'library')]) {
    expect(key).toMatch(/^[0-9a-f]{64}$/);
    expect(page).toContain(key);
  }
});

test('no two services, and no two uses of one key, have the same key', () => {
  const keys = ['library', 'sports', 'gateway'].flatMap((name) => {
    const own = serviceKey(city, name);
    return [own, feedKey(own, name), nudgeKey(own, name), nudgeKey(city, name)];
  });

  expect(new Set(keys).size).toBe(keys.length);
});

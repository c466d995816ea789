import { setTimeout as after } from 'node:timers/promises';
import { expect, onTestFinished, test } from 'vitest';
import { AnswerCache, type AnswerCacheLimits, type Shelf } from './answer-cache.js';
import { allowedBy } from './cache-control.js';
import { DataVersions } from './data-versions.js';

async function cacheOf(limits: Partial<AnswerCacheLimits> = {}): Promise<AnswerCache> {
  const versions = new DataVersions(new Map([['town', async () => 'a']]));
  versions.watch();
  onTestFinished(() => versions.close());
  await expect.poll(() => versions.of('town')).toBeDefined();
  return new AnswerCache(versions, { bytes: 1_000_000, seconds: 30, ...limits });
}

function shelfOf(cache: AnswerCache): Shelf {
  const shelf = cache.shelf('town');
  if (!shelf) throw new Error('Nothing is known of the town.');
  return shelf;
}

test('it never takes more than its bytes, and forgets first what was asked for longest ago', async () => {
  const cache = await cacheOf({ bytes: 100_000 });
  const shelf = shelfOf(cache);

  for (let number = 0; number < 1_000; number++) {
    shelf.keep(`key ${number}`, { text: 'x'.repeat(500) });
    shelf.find('key 0');
  }
  shelf.keep('large', { text: 'x'.repeat(50_000) });

  expect(cache.bytes).toBeLessThanOrEqual(100_000);
  expect(shelf.find('key 0')).toBeDefined();
  expect(shelf.find('key 999')).toBeDefined();
  expect([shelf.find('key 1'), shelf.find('large')]).toEqual([undefined, undefined]);
});

test('what was asked before a change is not kept after it', async () => {
  const cache = await cacheOf();
  const before = shelfOf(cache);
  cache.versions.changed('town');
  before.keep('key', { title: 'old' });

  expect(shelfOf(cache).find('key')).toBeUndefined();
});

test('nobody can change what is kept, and nobody’s own answer is frozen', async () => {
  const shelf = shelfOf(await cacheOf());
  const given = { list: [{ at: new Date(0) }] };
  shelf.keep('key', given);
  const kept = shelf.find('key');

  expect(kept).toEqual({ list: [{ at: '1970-01-01T00:00:00.000Z' }] });
  expect(Object.isFrozen(kept?.['list'])).toBe(true);
  expect(Object.isFrozen(given.list[0])).toBe(false);
});

test('what does not exist is kept too, and everything only for its time', async () => {
  const shelf = shelfOf(await cacheOf({ seconds: 0.05 }));
  shelf.keep('nothing', null);
  const kept = shelf.find('nothing');
  await after(60);

  expect([kept, shelf.find('nothing')]).toEqual([null, undefined]);
});

test.each([
  [undefined, true, undefined],
  ['', true, undefined],
  ['public', true, undefined],
  ['public, max-age=60', true, 60],
  ['max-age=60, max-age="5"', true, 5],
  ['max-age=60, s-maxage=0', false, 0],
  ['s-maxage=10, max-age=0', true, 10],
  ['max-age=soon', false, 0],
  ['max-age=-1', false, 0],
  ['Public, No-Store', false, 0],
  ['private="x-mark"', false, 0],
  ['no-cache', false, 0],
])('of the header %j: kept %s, for %s seconds', (header, isKept, seconds) => {
  expect(allowedBy(header)).toEqual({ isKept, seconds });
});

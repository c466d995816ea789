import { setTimeout as after } from 'node:timers/promises';
import { expect, onTestFinished, test } from 'vitest';
import { DataVersions, type HeadSource } from './data-versions.js';

function watching(head: HeadSource): DataVersions {
  const versions = new DataVersions(new Map([['town', head]]), { every: 40, trusted: 120 });
  versions.watch();
  onTestFinished(() => versions.close());
  return versions;
}

test('a version stays as long as the head does, and is another one after each change', async () => {
  let head = 'a';
  const versions = watching(async () => head);
  await expect.poll(() => versions.of('town')).toBeDefined();
  const first = versions.of('town');
  await after(100);
  const still = versions.of('town');
  head = 'b';
  await expect.poll(() => versions.of('town')).not.toBe(first);

  expect(still).toBe(first);
});

test('a change that is told counts at once', async () => {
  const versions = watching(async () => 'a');
  await expect.poll(() => versions.of('town')).toBeDefined();
  const before = versions.of('town');

  versions.changed('town');

  expect(versions.of('town')).not.toBe(before);
  expect(versions.of('town')).toBeDefined();
});

test.each([
  ['rejects', () => Promise.reject(new Error('gone'))],
  ['never answers', () => new Promise<string>(() => {})],
  [
    'throws',
    () => {
      throw new Error('broken');
    },
  ],
])(
  'of a department whose head %s nothing is known any more, until it tells again',
  async (_, silent) => {
    let head: HeadSource = async () => 'a';
    const versions = watching(() => head());
    await expect.poll(() => versions.of('town')).toBeDefined();

    head = silent;
    await expect.poll(() => versions.of('town')).toBeUndefined();
    versions.changed('town');
    const told = versions.of('town');
    head = async () => 'a';
    await expect.poll(() => versions.of('town')).toBeDefined();

    expect(told).toBeUndefined();
  },
);

test('a rush of changes costs a few looks', async () => {
  let looks = 0;
  const versions = watching(async () => {
    looks += 1;
    return 'a';
  });
  await expect.poll(() => looks).toBe(1);

  for (let change = 0; change < 1_000; change++) versions.changed('town');
  await after(30);

  expect(looks).toBeLessThan(4);
});

test('of a department that tells no head nothing is known', () => {
  expect(watching(async () => 'a').of('elsewhere')).toBeUndefined();
});

test('of a department that has moved only its new head tells, and no version comes again', async () => {
  const looked: string[] = [];
  const head = (place: string) => async () => {
    looked.push(place);
    return 'a';
  };
  const versions = watching(head('before'));
  await expect.poll(() => versions.of('town')).toBeDefined();
  const before = versions.of('town');

  versions.moved('town', head('after'));
  const meanwhile = versions.of('town');
  await expect.poll(() => versions.of('town')).toBeDefined();
  looked.length = 0;
  await after(100);

  expect(meanwhile).toBeUndefined();
  expect(versions.of('town')).toBeGreaterThan(before!);
  expect(new Set(looked)).toEqual(new Set(['after']));
  versions.moved('town', undefined);
  expect(versions.of('town')).toBeUndefined();
});

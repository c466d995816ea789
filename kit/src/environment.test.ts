import { expect, test } from 'vitest';

import { EnvironmentRefused, readDailyWorkAt, readEnvironment } from './environment.js';

test('a service that lacks what it needs says all of it in one sentence', () => {
  const read = (): unknown => readEnvironment({ PORT: 'four', GATEWAY_KEY: 'short' });

  expect(read).toThrow(EnvironmentRefused);
  expect(read).toThrow(/DATABASE_URL: .*GATEWAY_KEY: at least 32 characters.*PORT: /);
});

test('feeds and followers are read as lists', () => {
  const read = readEnvironment({
    DATABASE_URL: 'postgres://a:b@localhost/c',
    GATEWAY_KEY: 'x'.repeat(32),
    FEEDS: 'library=http://localhost:1,sports=http://localhost:2/?a=b',
    FEED_KEYS: `library=${'l'.repeat(32)},sports=${'s'.repeat(32)}`,
    FOLLOWERS: 'center=http://localhost:3,gateway=http://localhost:4,gateway=http://localhost:5',
    NUDGE_KEYS: `center=${'c'.repeat(32)},gateway=${'g'.repeat(32)}`,
  });

  expect([...read.FEEDS]).toEqual([
    ['library', 'http://localhost:1'],
    ['sports', 'http://localhost:2/?a=b'],
  ]);
  expect(read.FOLLOWERS).toEqual([
    ['center', 'http://localhost:3'],
    ['gateway', 'http://localhost:4'],
    ['gateway', 'http://localhost:5'],
  ]);
  expect(read.FEED_KEYS.get('sports')).toBe('s'.repeat(32));
});

test('a feed or a follower without its key is refused', () => {
  const rest = { DATABASE_URL: 'postgres://a:b@localhost/c', GATEWAY_KEY: 'x'.repeat(32) };
  const short = { FEEDS: 'library=http://localhost:1', FEED_KEYS: 'library=short' };

  expect(() => readEnvironment({ ...rest, ...short })).toThrow(/FEED_KEYS: name=key/);
  expect(() => readEnvironment({ ...rest, FOLLOWERS: 'http://localhost:3' })).toThrow(
    /NUDGE_KEYS: name=key/,
  );
});

test('a certificate without its key, or an authority alone, is refused', () => {
  const rest = { DATABASE_URL: 'postgres://a:b@localhost/c', GATEWAY_KEY: 'x'.repeat(32) };

  for (const half of [{ TLS_CERT: 'a.pem' }, { TLS_KEY: 'a.pem' }, { TLS_CA: 'a.pem' }])
    expect(() => readEnvironment({ ...rest, ...half })).toThrow('TLS_CERT and TLS_KEY together');
});

test('the time of daily work is a time of day in Japan', () => {
  expect(readDailyWorkAt({ DAILY_WORK_AT: '03:15' })).toBe('03:15');
  expect(readDailyWorkAt({})).toBeUndefined();
  expect(() => readDailyWorkAt({ DAILY_WORK_AT: '3am' })).toThrow('Write it as 02:30');
});

import { expect, test } from 'vitest';
import { CircuitBreaker } from './circuit-breaker.js';

function breakerAt() {
  const clock = { now: 0 };
  const breaker = new CircuitBreaker({}, () => clock.now);
  const ends = (how: 'succeeded' | 'failed', times: number): void => {
    for (let count = 0; count < times; count += 1) {
      const pass = breaker.admit();
      if (pass) breaker[how](pass);
    }
  };
  return { breaker, clock, ends };
}

test('a breaker opens when half of what went through failed, but not for fewer than five', () => {
  const { breaker, ends } = breakerAt();

  ends('succeeded', 5);
  ends('failed', 4);
  expect(breaker.state).toBe('closed');
  ends('failed', 1);

  expect(breaker.state).toBe('open');
  expect(breaker.admit()).toBeUndefined();
});

test('what happened before the window is forgotten', () => {
  const { breaker, clock, ends } = breakerAt();

  ends('failed', 4);
  clock.now = 11_000;
  ends('failed', 4);
  expect(breaker.state).toBe('closed');
  clock.now = 1_000_000;
  ends('succeeded', 1);
  ends('failed', 4);

  expect(breaker.state).toBe('closed');
});

test('after its rest one request tries, and only one, and its answer closes the breaker', () => {
  const { breaker, clock, ends } = breakerAt();
  ends('failed', 5);

  clock.now += 1_000;
  const admitted = [breaker.admit(), breaker.admit(), breaker.admit()];
  expect(admitted).toEqual(['trial', undefined, undefined]);
  expect(breaker.state).toBe('half-open');
  breaker.succeeded('trial');

  expect(breaker.state).toBe('closed');
  expect(breaker.admit()).toBe('usual');
  breaker.failed('usual');
  expect(breaker.state).toBe('closed');
});

test('a trial that fails opens it again, and one whose asker left makes room for another', () => {
  const { breaker, clock, ends } = breakerAt();
  ends('failed', 5);

  clock.now += 1_000;
  breaker.admit();
  breaker.withdrawn('trial');
  expect(breaker.admit()).toBe('trial');
  breaker.failed('trial');

  expect(breaker.admit()).toBeUndefined();
  clock.now += 1_000;
  expect(breaker.admit()).toBe('trial');
});

test('what began before it opened neither opens it longer nor closes it', () => {
  const { breaker, clock, ends } = breakerAt();
  const slow = [breaker.admit(), breaker.admit()] as const;
  ends('failed', 5);

  clock.now += 900;
  breaker.failed(slow[0]!);
  breaker.succeeded(slow[1]!);

  expect(breaker.state).toBe('open');
  clock.now += 100;
  expect(breaker.state).toBe('half-open');
});

test('ten failures in a row open it, however well all went before', () => {
  const { breaker, ends } = breakerAt();
  ends('succeeded', 10_000);

  ends('failed', 9);
  ends('succeeded', 1);
  ends('failed', 9);
  expect(breaker.state).toBe('closed');
  ends('failed', 1);

  expect(breaker.state).toBe('open');
});

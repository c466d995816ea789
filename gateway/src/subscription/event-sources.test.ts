import { setTimeout as pause } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { SubgraphSilent } from '../errors/gateway-error.js';
import { anonymous, type Caller } from '../identity/caller.js';
import type { SubgraphEvent, SubgraphSubscription, Transport } from '../transport/transport.js';
import { EventSources } from './event-sources.js';

const resident: Caller = { role: 'resident', subject: 'one', scopes: [] };

/** A subgraph that tells numbers as they are said, and again from any of them. */
class Port {
  readonly #listening = new Set<() => void>();
  #last = 0;
  failure: SubgraphSilent | undefined;
  open = 0;
  begun: (string | undefined)[] = [];
  readonly sources: EventSources;

  constructor() {
    const way: Transport = { send: () => Promise.reject(new Error('Nothing is asked here.')) };
    this.sources = new EventSources(
      { transport: () => way, subscribe: (_, asked) => this.#events(asked) },
      { upstreamOpened: () => (this.open += 1), upstreamClosed: () => (this.open -= 1) },
    );
  }

  say(last: number): void {
    this.#last = last;
    this.#wake();
  }

  fail(): void {
    this.failure = new SubgraphSilent('exchange-failed', 'the line is cut');
    this.#wake();
  }

  /** Reads numbers as one stream does. */
  reader(asked: Partial<SubgraphSubscription> = {}): Reader {
    return new Reader(this.sources, asked);
  }

  async *#events({ after, signal }: SubgraphSubscription): AsyncGenerator<SubgraphEvent, void> {
    this.begun.push(after);
    let at = after === undefined ? this.#last : Number(after);
    yield event(at);
    while (!signal.aborted) {
      if (this.failure) throw this.failure;
      if (at < this.#last) yield event((at += 1), true);
      else await this.#next(signal);
    }
  }

  #next(signal: AbortSignal): Promise<void> {
    return new Promise((resolve) => {
      this.#listening.add(resolve);
      signal.addEventListener('abort', () => resolve(), { once: true });
    });
  }

  #wake(): void {
    for (const each of this.#listening) each();
    this.#listening.clear();
  }
}

class Reader {
  readonly seen: number[] = [];
  readonly #leaving = new AbortController();
  readonly #events: AsyncGenerator<SubgraphEvent, void>;
  cursor: string | undefined;

  constructor(sources: EventSources, asked: Partial<SubgraphSubscription>) {
    this.#events = sources.events('port', {
      text: 'subscription { number }',
      variablesText: '{}',
      caller: anonymous,
      requestId: 'r',
      after: undefined,
      signal: this.#leaving.signal,
      ...asked,
    });
  }

  /** Reads until it has seen a number. */
  async until(last: number): Promise<void> {
    while ((this.seen.at(-1) ?? Number(this.cursor ?? -1)) < last) await this.#one();
  }

  /** Takes what says where it begins. */
  async begin(): Promise<void> {
    await this.#one();
  }

  async leave(): Promise<void> {
    this.#leaving.abort();
    await this.#events.return();
  }

  async #one(): Promise<void> {
    const { value, done } = await this.#events.next();
    if (done === true) throw new Error('It ended.');
    this.cursor = value.cursor;
    if (value.answer) this.seen.push(Number(value.answer.data?.['number']));
  }
}

const event = (number: number, isTold = false): SubgraphEvent => ({
  cursor: String(number),
  answer: isTold ? { data: { number } } : undefined,
  isGap: false,
  isRefused: false,
});

const upTo = (from: number, to: number): number[] =>
  Array.from({ length: to - from + 1 }, (_, index) => from + index);

test('equal streams read one subscription, and who comes later is told what comes later', async () => {
  const port = new Port();
  const first = port.reader();
  const second = port.reader();
  await Promise.all([first.begin(), second.begin()]);
  port.say(3);
  await Promise.all([first.until(3), second.until(3)]);
  const late = port.reader();
  await late.begin();
  port.say(5);
  await Promise.all([first, second, late].map((reader) => reader.until(5)));

  expect([first.seen, second.seen, late.seen]).toEqual([upTo(1, 5), upTo(1, 5), upTo(4, 5)]);
  expect(port.begun).toEqual([undefined]);
  await Promise.all([first, second, late].map((reader) => reader.leave()));
  await expect.poll(() => port.open).toBe(0);
});

test('another caller, other variables and another question read subscriptions of their own', async () => {
  const port = new Port();
  const readers = [
    port.reader(),
    port.reader({ caller: resident }),
    port.reader({ caller: { ...resident, purpose: 'planning' } }),
    port.reader({ variablesText: '{"a":1}' }),
    port.reader({ text: 'subscription { other: number }' }),
    port.reader({ caller: { ...resident } }),
  ];
  await Promise.all(readers.map((reader) => reader.begin()));

  expect(port.open).toBe(5);
  await Promise.all(readers.map((reader) => reader.leave()));
});

test('who comes back a little later is told from what is kept, who was long away by themselves at first', async () => {
  const port = new Port();
  const staying = port.reader();
  await staying.begin();
  port.say(100);
  await staying.until(100);
  const soon = port.reader({ after: '95' });
  await soon.until(100);
  const open = port.open;
  const long = port.reader({ after: '10' });
  await long.until(40);
  const whileBehind = port.open;
  await long.until(100);
  port.say(101);
  await Promise.all([staying, soon, long].map((reader) => reader.until(101)));

  expect([soon.seen, long.seen]).toEqual([upTo(96, 101), upTo(11, 101)]);
  expect([open, whileBehind, port.open]).toEqual([1, 2, 1]);
});

test('who reads slowly holds nobody up, loses nothing, and reads with the others again', async () => {
  const port = new Port();
  const [quick, slow] = [port.reader(), port.reader()];
  await Promise.all([quick.begin(), slow.begin()]);
  port.say(200);
  await quick.until(200);
  await slow.until(200);
  port.say(201);
  await Promise.all([quick.until(201), slow.until(201)]);

  expect([quick.seen, slow.seen]).toEqual([upTo(1, 201), upTo(1, 201)]);
  expect(port.begun).toEqual([undefined, '0']);
  expect(port.open).toBe(1);
});

test('nothing is read from a subgraph while none of its readers reads', async () => {
  const port = new Port();
  const reader = port.reader();
  await reader.begin();
  port.say(1_000);
  await reader.until(1);
  await pause(20);
  const late = port.reader();
  await late.begin();

  expect(Number(late.cursor)).toBeLessThan(5);
});

test('what a subscription fails with is told to all who read it, and the next begins anew', async () => {
  const port = new Port();
  const readers = [port.reader(), port.reader()];
  await Promise.all(readers.map((reader) => reader.begin()));
  port.fail();
  const failures = await Promise.allSettled(readers.map((reader) => reader.until(1)));
  port.failure = undefined;
  const next = port.reader({ after: '0' });
  port.say(1);
  await next.until(1);

  expect(failures.map(({ status }) => status)).toEqual(['rejected', 'rejected']);
  expect(port.begun).toEqual([undefined, '0']);
  expect(next.seen).toEqual([1]);
});

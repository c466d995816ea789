import { describe, expect, test } from 'vitest';
import { SubgraphSilent } from '../errors/gateway-error.js';
import type { Fault } from '../errors/fault.js';
import { withinDeadline } from './deadline.js';
import { GuardedWay, type WayOptions } from './guarded-way.js';
import {
  SubgraphOperation,
  SubgraphRequest,
  type SubgraphAnswer,
  type Transport,
} from './transport.js';

const read = new SubgraphOperation('{ a { b } }');
const written = new SubgraphOperation('mutation { a }', 'mutation');
const anonymous = { role: 'anonymous', scopes: [] } as const;

type Send = (request: SubgraphRequest) => Promise<SubgraphAnswer>;

/** A subgraph that does what is said, the way to it, and a caller with some seconds. */
function openWay(send: Send, options: WayOptions = {}) {
  const received: SubgraphRequest[] = [];
  const transport: Transport = {
    send: (request) => {
      received.push(request);
      return send(request);
    },
  };
  const way = new GuardedWay('benches', transport, { retries: { pause: 5 }, ...options });
  const ask = (
    operation = read,
    given: { caller?: object; milliseconds?: number; gone?: AbortSignal } = {},
  ) => {
    const { caller = {}, milliseconds = 5_000, gone } = given;
    const scope = { requestId: 'one', caller: { ...anonymous, ...caller } };
    return withinDeadline(milliseconds, gone, (until) =>
      way.send(new SubgraphRequest(operation, '{}', { ...scope, ...until })),
    );
  };
  return { way, ask, received };
}

const fails =
  (fault: Fault): Send =>
  () =>
    Promise.reject(new SubgraphSilent(fault, 'as the test says'));
const after = (milliseconds: number) =>
  new Promise<void>((resolve) => {
    setTimeout(resolve, milliseconds);
  });
const failureOf = (asked: Promise<unknown>): Promise<unknown> =>
  asked.then(
    () => 'answered',
    (failure: SubgraphSilent) => [failure.code, failure.fault],
  );

describe('a query', () => {
  test('is asked again when the connection broke, and again', async () => {
    let left = 2;
    const { ask, received, way } = openWay(async () => {
      if (left-- > 0) throw new SubgraphSilent('reset-after-sending', 'broken');
      return { data: { a: 1 } };
    });

    expect(await ask()).toEqual({ data: { a: 1 } });
    expect(received).toHaveLength(3);
    expect(way.state()).toMatchObject({
      sent: 3,
      retried: 2,
      faults: { 'reset-after-sending': 2 },
    });
  });

  test.each<Fault>(['late', 'certificate-expired', 'not-json', 'too-large', 'gateway-refused'])(
    'is not asked again after "%s"',
    async (fault) => {
      const { ask, received } = openWay(fails(fault));

      expect(await failureOf(ask())).toEqual([expect.any(String), fault]);
      expect(received).toHaveLength(1);
    },
  );

  test('is asked again for one request in ten only, when none is answered', async () => {
    const breaker = { failures: Infinity, inARow: Infinity };
    const { ask, received } = openWay(fails('refused'), { breaker, sharing: false });

    for (let count = 0; count < 200; count += 1) await failureOf(ask());

    expect(received.length).toBeGreaterThan(200);
    expect(received.length).toBeLessThanOrEqual(200 + 10 + 20);
  });

  test('is not asked again when there is no time left for it', async () => {
    const { ask, received } = openWay(fails('refused'), { retries: { pause: 60_000 } });

    expect(await failureOf(ask())).toEqual(['SUBGRAPH_UNREACHABLE', 'refused']);
    expect(received).toHaveLength(1);
  });
});

describe('a mutation', () => {
  test.each<[Fault, string]>([
    ['reset-after-sending', 'OUTCOME_UNKNOWN'],
    ['late', 'OUTCOME_UNKNOWN'],
    ['overloaded', 'OUTCOME_UNKNOWN'],
    ['not-json', 'OUTCOME_UNKNOWN'],
    ['refused', 'SUBGRAPH_UNREACHABLE'],
    ['certificate-untrusted', 'SUBGRAPH_UNREACHABLE'],
    ['late-before-sending', 'DEADLINE_EXCEEDED'],
    ['gateway-refused', 'SUBGRAPH_FAILED'],
  ])('is sent once when it ends with "%s", which is told as %s', async (fault, code) => {
    const { ask, received } = openWay(fails(fault));

    expect(await failureOf(ask(written))).toEqual([code, fault]);
    expect(received).toHaveLength(1);
  });

  test('is never shared', async () => {
    const { ask, received } = openWay(async () => after(10).then(() => ({ data: { a: 1 } })));

    await Promise.all([ask(written), ask(written)]);

    expect(received).toHaveLength(2);
  });
});

describe('a breaker', () => {
  test('answers at once after five failures, and lets one request try after its rest', async () => {
    let isWell = false;
    const send: Send = (request) =>
      isWell ? Promise.resolve({ data: {} }) : fails('late')(request);
    const { ask, received, way } = openWay(send, { breaker: { rest: 50 }, sharing: false });
    for (let count = 0; count < 5; count += 1) await failureOf(ask());

    expect(way.state().breaker).toBe('open');
    expect(await failureOf(ask())).toEqual(['SUBGRAPH_UNREACHABLE', 'breaker-open']);
    expect(received).toHaveLength(5);
    isWell = true;
    await after(60);
    expect(way.state().breaker).toBe('half-open');
    await ask();

    expect(way.state().breaker).toBe('closed');
    expect(received).toHaveLength(6);
  });

  test('keeps those that come with the first after its rest until that one is answered', async () => {
    let send = fails('late');
    const { ask, received, way } = openWay((request) => send(request), {
      breaker: { rest: 20 },
      sharing: false,
    });
    for (let count = 0; count < 5; count += 1) await failureOf(ask());
    send = async () => after(30).then(() => ({ data: { a: 1 } }));
    await after(30);

    const answers = await Promise.all([ask(), ask(), ask(written)]);

    expect(answers).toEqual(answers.map(() => ({ data: { a: 1 } })));
    expect(received).toHaveLength(8);
    expect(way.state().breaker).toBe('closed');
  });

  test('does not keep them for long when that one hangs, nor when it fails', async () => {
    let send = fails('late');
    const { ask, received } = openWay((request) => send(request), {
      breaker: { rest: 20 },
      sharing: false,
    });
    for (let count = 0; count < 5; count += 1) await failureOf(ask());
    send = (request) => after(5).then(() => fails('late')(request));
    await after(30);
    const spared = ['SUBGRAPH_UNREACHABLE', 'breaker-open'];

    const ends = await Promise.all([failureOf(ask()), failureOf(ask())]);
    expect(ends).toEqual([['DEADLINE_EXCEEDED', 'late'], spared]);
    send = () => after(1_000).then(() => ({ data: {} }));
    await after(30);
    const hanging = failureOf(ask(read, { milliseconds: 1_500 }));
    const began = performance.now();
    expect(await failureOf(ask())).toEqual(spared);

    expect(performance.now() - began).toBeLessThan(900);
    expect(received).toHaveLength(7);
    await hanging;
  });

  test('does not open for answers that cannot be used, nor for askers that leave', async () => {
    const { ask, way } = openWay(fails('too-large'));
    for (let count = 0; count < 20; count += 1) await failureOf(ask());
    const gone = openWay(fails('asker-gone'));
    for (let count = 0; count < 20; count += 1) await failureOf(gone.ask());

    expect([way.state().breaker, gone.way.state().breaker]).toEqual(['closed', 'closed']);
  });
});

describe('a schema that differs', () => {
  test.each([
    { message: 'no b', extensions: { code: 'GRAPHQL_VALIDATION_FAILED' } },
    { message: 'no b', extensions: { classification: 'ValidationError' } },
  ])('is an error of its own, and stands in the state: %j', async (error) => {
    const { ask, way } = openWay(async () => ({ errors: [error] }));
    expect(way.state().schemaDiffersSince).toBeUndefined();

    expect(await failureOf(ask())).toEqual(['SUBGRAPH_SCHEMA_DIFFERS', 'other-schema']);
    expect(way.state()).toMatchObject({ breaker: 'closed', schemaDiffersSince: expect.any(Date) });
  });
});

describe('equal questions at the same moment', () => {
  const slow: Send = async () => after(30).then(() => ({ data: { a: { b: [1] } } }));

  test('are sent once, and each asker may write into its own answer', async () => {
    const { ask, received, way } = openWay(slow);

    const answers = await Promise.all([ask(), ask(), ask()]);
    const first: unknown = answers[0]?.data?.['a'];
    Object.assign(first ?? {}, { b: 'written into' });

    expect(received).toHaveLength(1);
    expect(way.state().shared).toBe(2);
    expect(answers.slice(1)).toEqual([{ data: { a: { b: [1] } } }, { data: { a: { b: [1] } } }]);
    expect(answers[1]?.data).not.toBe(answers[2]?.data);
    await ask();
    expect(received).toHaveLength(2);
  });

  test('of different askers are sent for each', async () => {
    const { ask, received } = openWay(slow);
    const subject = (name: string) => ({ caller: { role: 'resident', subject: name } });

    await Promise.all([
      ask(),
      ask(read, subject('a')),
      ask(read, subject('b')),
      ask(read, { caller: { role: 'resident', subject: 'a', purpose: 'another' } }),
    ]);

    expect(received).toHaveLength(4);
  });

  test('go on for the others when one leaves or has no more time', async () => {
    const { ask, received } = openWay(slow);
    const gone = new AbortController();
    const leaving = failureOf(ask(read, { gone: gone.signal }));
    const hurried = failureOf(ask(read, { milliseconds: 15 }));
    const staying = ask();

    gone.abort();

    expect(await leaving).toEqual(['DEADLINE_EXCEEDED', 'asker-gone']);
    expect(await hurried).toEqual(['DEADLINE_EXCEEDED', 'late']);
    expect(await staying).toEqual({ data: { a: { b: [1] } } });
    expect(received).toHaveLength(1);
    expect(received[0]?.scope.signal.aborted).toBe(false);
  });

  test('are given up when the last has left', async () => {
    const { ask, received } = openWay(slow);
    const gone = new AbortController();
    const all = [ask, ask].map((each) => failureOf(each(read, { gone: gone.signal })));

    gone.abort();
    await Promise.all(all);

    expect(received[0]?.scope.signal.aborted).toBe(true);
    await ask();
    expect(received).toHaveLength(2);
  });

  test('fail together', async () => {
    const { ask, received } = openWay(async (request) =>
      after(10).then(() => fails('not-json')(request)),
    );

    expect(await Promise.all([failureOf(ask()), failureOf(ask())])).toEqual([
      ['SUBGRAPH_ANSWER_MALFORMED', 'not-json'],
      ['SUBGRAPH_ANSWER_MALFORMED', 'not-json'],
    ]);
    expect(received).toHaveLength(1);
  });

  test('are asked anew after a change, so that nobody reads what stood before it', async () => {
    const { ask, received } = openWay(async ({ operation }) =>
      after(operation.kind === 'mutation' ? 5 : 60).then(() => ({ data: {} })),
    );
    const before = ask();

    await ask(written);
    await Promise.all([before, ask(), ask()]);

    const kinds = received.map(({ operation }) => operation.kind);
    expect(kinds).toEqual(['query', 'mutation', 'query']);
  });

  test('are each sent where sharing is off', async () => {
    const { ask, received } = openWay(slow, { sharing: false });

    await Promise.all([ask(), ask()]);

    expect(received).toHaveLength(2);
  });
});

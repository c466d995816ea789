import { expect, test } from 'vitest';
import { composeSupergraph } from '../composition/compose.js';
import { Run } from '../execute/run.js';
import { subscriptionProgramOf } from '../execute/subscription-program.js';
import { anonymous, type Caller } from '../identity/caller.js';
import { Generation } from '../supergraph/generation.js';
import { inProcessTransport } from '../transport/in-process.js';
import { KnownDepartments } from '../transport/known-departments.js';
import { SubgraphOperation } from '../transport/transport.js';
import { EventRun } from './event-run.js';

const silence = { info: () => undefined, warn: () => undefined, error: () => undefined };
const operation = new SubgraphOperation('{ tide }', 'query', true);

test('what was asked before an event, and is still under way, is not told with the event', async () => {
  let tide = 1;
  let asked = 0;
  const port = inProcessTransport(async () => {
    asked += 1;
    const data = { tide };
    await new Promise((resolve) => setTimeout(resolve, 100));
    return { data };
  });
  const departments = new KnownDepartments(new Map([['port', port]]), silence);
  const scope = {
    deadline: performance.now() + 10_000,
    signal: new AbortController().signal,
    requestId: 'r',
    caller: anonymous,
  };
  const told = (cursor: string): EventRun =>
    Object.assign(new EventRun({}, scope, departments), { source: 'port', cursor });

  const before = new Run({}, scope, departments).ask('port', operation, '{}');
  tide = 2;
  const streams = [told('7'), told('7'), told('7')].map((run) => run.ask('port', operation, '{}'));

  expect(await before).toEqual({ data: { tide: 1 } });
  expect(await Promise.all(streams)).toEqual(streams.map(() => ({ data: { tide: 2 } })));
  expect(asked).toBe(2);
});

test('what one caller learns of an event is not written where another reads it', async () => {
  const sdl =
    'extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@key"])';
  const { types, planner } = new Generation(
    composeSupergraph([
      {
        name: 'port',
        sdl: `${sdl} type Query { a: Int } type Subscription { arrived: Ship } type Ship @key(fields: "id") { id: ID }`,
      },
      { name: 'customs', sdl: `${sdl} type Ship @key(fields: "id") { id: ID mine: String }` },
    ]),
    { documents: 1_000_000, operations: 1_000_000 },
  );
  const plan = await planner.plan('subscription { arrived { id mine } }', undefined);
  await planner.close();
  const program = plan && subscriptionProgramOf(plan, types);
  const departments = new KnownDepartments(
    new Map([
      [
        'customs',
        inProcessTransport(async ({ caller }) => {
          if (!caller?.subject) throw new Error('Customs are closed.');
          return { data: { _entities: [{ __typename: 'Ship', id: '1', mine: caller.subject }] } };
        }),
      ],
    ]),
    silence,
  );
  const event = { data: { arrived: { __typename: 'Ship', id: '1' } } };
  const told = async (caller: Caller): Promise<unknown> => {
    const signal = new AbortController().signal;
    const scope = { deadline: performance.now() + 10_000, signal, requestId: 'r', caller };
    const run = new EventRun({}, scope, departments);
    await program?.tell(run, event);
    return run.data['arrived'];
  };

  const first = await told({ role: 'resident', subject: 'one', scopes: [] });
  const second = await told(anonymous);

  expect(first).toMatchObject({ mine: 'one' });
  expect(JSON.stringify(second)).not.toContain('one');
  expect(event).toEqual({ data: { arrived: { __typename: 'Ship', id: '1' } } });
});

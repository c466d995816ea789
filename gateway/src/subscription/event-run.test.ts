import { expect, test } from 'vitest';
import { Run } from '../execute/run.js';
import { anonymous } from '../identity/caller.js';
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

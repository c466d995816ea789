import { expect, test } from 'vitest';
import type { SubgraphSilent } from '../errors/gateway-error.js';
import { withinDeadline } from './deadline.js';
import { inProcessTransport, type InProcessRequest } from './in-process.js';
import { SubgraphOperation, SubgraphRequest } from './transport.js';

const caller = { role: 'anonymous', scopes: [] } as const;

function ask(execute: (request: InProcessRequest) => Promise<unknown>, milliseconds: number) {
  return withinDeadline(milliseconds, undefined, (until) =>
    inProcessTransport(execute).send(
      new SubgraphRequest(new SubgraphOperation('{ a }'), '{}', {
        ...until,
        requestId: '1',
        caller,
      }),
    ),
  ).catch(({ code, fault }: SubgraphSilent) => [code, fault]);
}

test('a subgraph in the same process is told until when it may work, and that nobody waits any more', async () => {
  const requests: InProcessRequest[] = [];
  const never = (request: InProcessRequest): Promise<unknown> => {
    requests.push(request);
    return new Promise(() => undefined);
  };
  const began = Date.now();

  expect(await ask(never, 30)).toEqual(['DEADLINE_EXCEEDED', 'late']);
  expect(requests[0]?.deadline.getTime()).toBeGreaterThanOrEqual(began + 30);
  expect(requests[0]?.signal.aborted).toBe(true);
});

test('a subgraph in the same process that throws is as silent as one that does not listen', async () => {
  expect(await ask(() => Promise.reject(new Error('secret')), 1_000)).toEqual([
    'SUBGRAPH_UNREACHABLE',
    'exchange-failed',
  ]);
});

import type { IncomingMessage } from 'node:http';
import type { HttpAnswer } from '../pipeline/http-answer.js';
import type { WayState } from '../transport/guarded-way.js';

/** Why nothing should be sent here now. */
export type Unready = 'closing' | 'starting' | 'overloaded';

/** What an operator's probe is told: a status it understands and one word for people. */
export function stateAnswer(
  status: number,
  word: string,
  details: Readonly<Record<string, unknown>> = {},
): HttpAnswer {
  return {
    status,
    headers: { 'content-type': 'application/json', 'cache-control': 'no-store' },
    body: JSON.stringify({ status: word, ...details }),
  };
}

/** Whether a request was sent by this machine itself and not through a proxy: then its operator sent it. */
export function isFromOperator({ socket, headers }: IncomingMessage): boolean {
  const peer = socket.remoteAddress ?? '';
  return (
    /^(?:::ffff:)?127\.|^::1$/.test(peer) &&
    headers.forwarded === undefined &&
    headers['x-forwarded-for'] === undefined
  );
}

/** How the ways to the subgraphs are, short. A gateway is ready whatever it says: one silent department is no reason. */
export function departmentsTold(states: readonly WayState[]): Record<string, unknown> {
  return Object.fromEntries(
    states.map(({ service, breaker, schemaDiffersSince }) => [
      service,
      { breaker, ...(schemaDiffersSince && { schemaDiffersSince }) },
    ]),
  );
}

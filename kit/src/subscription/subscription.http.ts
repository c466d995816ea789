import type { ServerResponse } from 'node:http';

import { z } from 'zod';

import type { Caller } from '../context.js';
import { Problem } from '../problem.js';
import type { Subscriptions } from './subscriptions.js';

const subscriptionBody = z.object({
  query: z.string(),
  variables: z.record(z.string(), z.unknown()).nullish(),
  operationName: z.string().nullish(),
  extensions: z
    .object({ caller: z.custom<Caller>().optional(), after: z.string().optional() })
    .nullish(),
});

/** A signed request as it came. */
export interface ReceivedSubscription {
  readonly body: unknown;
  readonly requestId: string;
}

/**
 * Answers `POST /subscription` with an event stream of messages, each as JSON in `data`, until the reader has gone. A
 * reader that is slower than the messages is waited for. Throws when the body is no subscription.
 */
export async function answerSubscription(
  subscriptions: Subscriptions,
  { body, requestId }: ReceivedSubscription,
  response: ServerResponse,
): Promise<void> {
  const { query, variables, operationName, extensions } = readBody(body);
  const gone = new AbortController();
  response.once('close', () => gone.abort());
  const messages = subscriptions.open(
    {
      query,
      variables: variables ?? undefined,
      operationName: operationName ?? undefined,
      caller: extensions?.caller,
      requestId,
    },
    { after: extensions?.after, signal: gone.signal },
  );
  response.writeHead(200, {
    'content-type': 'text/event-stream; charset=utf-8',
    'cache-control': 'no-store',
  });
  response.flushHeaders();
  for await (const message of messages) {
    if (response.destroyed) return;
    if (!response.write(`data: ${JSON.stringify(message)}\n\n`)) await drained(response);
  }
  response.end();
}

function readBody(body: unknown): z.infer<typeof subscriptionBody> {
  const read = subscriptionBody.safeParse(body);
  if (read.success) return read.data;
  throw new Problem(
    'BAD_USER_INPUT',
    'The body is no subscription. Send {"query": "subscription …", "extensions": {"after": "…"}} as JSON.',
  );
}

/** Settles when more may be written, or when nobody reads any more. */
function drained(response: ServerResponse): Promise<void> {
  return new Promise((resolve) => {
    const done = () => {
      response.off('drain', done);
      response.off('close', done);
      resolve();
    };
    response.once('drain', done);
    response.once('close', done);
    if (response.destroyed) done();
  });
}

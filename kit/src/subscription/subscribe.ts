import {
  type DocumentNode,
  type ExecutionResult,
  createSourceEventStream,
  execute,
  type GraphQLSchema,
} from 'graphql';

import type { Caller, Context } from '../context.js';
import type { ChangeFeed } from './change-feed.js';
import type { SubscriptionMessage } from './change.js';
import { Changes, type Telling, type Told } from './changes.js';

/** One subscription as it was asked for, its document parsed and valid. */
export interface AskedSubscription {
  readonly document: DocumentNode;
  readonly variables?: Readonly<Record<string, unknown>> | undefined;
  readonly operationName?: string | undefined;
  readonly caller: Caller;
  readonly requestId: string;
}

/** What subscriptions of a service are answered with. */
export interface SubscriptionDesk {
  readonly schema: GraphQLSchema;
  readonly feed: ChangeFeed;
  /** The clock. */
  now(): Date;
  /** Brings an answer into the form in which it may leave. */
  told(result: ExecutionResult): ExecutionResult;
}

/**
 * Answers a subscription once for every change it wants, from the cursor on, until the subscriber has gone. An
 * operation that is no subscription, or that the caller may not ask, is refused in the first message.
 */
export async function* subscribeTo(
  desk: SubscriptionDesk,
  asked: AskedSubscription,
  telling: Telling,
): AsyncGenerator<SubscriptionMessage<ExecutionResult>, void> {
  const changes = new Changes(desk.feed, telling);
  const source = await createSourceEventStream({
    ...executionOf(desk, asked),
    contextValue: { ...contextOf(desk, asked, desk.feed.unitOfWork()), changes },
  });
  if (!(Symbol.asyncIterator in source)) {
    yield { cursor: telling.after ?? '', answer: desk.told(source), refused: true };
    return;
  }
  // The fields of `Subscription` give what `changesOf` made, and nothing else.
  for await (const told of source as AsyncIterable<Told>) {
    const { cursor, gap, change, page } = told;
    if (!change || !page) yield { cursor, ...(gap && { gap }) };
    else {
      const contextValue = contextOf(desk, asked, page);
      const answer = await execute({
        ...executionOf(desk, asked),
        contextValue,
        rootValue: change,
      });
      yield { cursor, answer: desk.told(answer) };
    }
  }
}

function executionOf(desk: SubscriptionDesk, asked: AskedSubscription) {
  return {
    schema: desk.schema,
    document: asked.document,
    ...(asked.variables && { variableValues: asked.variables }),
    ...(asked.operationName && { operationName: asked.operationName }),
  };
}

function contextOf(
  desk: SubscriptionDesk,
  { caller, requestId }: AskedSubscription,
  { em, loaders }: Pick<Context, 'em' | 'loaders'>,
): Context {
  return {
    em,
    loaders,
    caller,
    requestId,
    longPages: false,
    now: desk.now(),
    told: { isLive: false },
  };
}

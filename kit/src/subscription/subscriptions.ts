import type { DocumentNode, ExecutionResult, GraphQLError } from 'graphql';

import { type Caller, anonymous } from '../context.js';
import { ChangeFeed, type ChangeSource } from './change-feed.js';
import type { SubscriptionMessage } from './change.js';
import type { Telling } from './changes.js';
import { type SubscriptionDesk, subscribeTo } from './subscribe.js';

/** One subscription asked of a service. */
export interface SubscriptionRequest {
  readonly query: string;
  readonly variables?: Readonly<Record<string, unknown>> | undefined;
  readonly operationName?: string | undefined;
  readonly caller?: Caller | undefined;
  readonly requestId?: string | undefined;
}

/** What the subscriptions of a service need. */
export interface SubscriptionsOptions extends Omit<SubscriptionDesk, 'feed'> {
  readonly source: ChangeSource;
  /** Reads a document, or says what is wrong with it. */
  read(text: string): DocumentNode | { errors: readonly GraphQLError[] };
}

/** The subscriptions of one service, all fed from its change feed. */
export class Subscriptions {
  readonly #desk: SubscriptionDesk;
  readonly #read: SubscriptionsOptions['read'];
  readonly #open = new Set<AbortController>();

  constructor({ source, read, ...desk }: SubscriptionsOptions) {
    this.#desk = { ...desk, feed: new ChangeFeed(source) };
    this.#read = read;
  }

  /** How many are open. */
  get count(): number {
    return this.#desk.feed.readers;
  }

  /**
   * Answers a subscription once for every change it wants, in the order of the commits, from a cursor on, until its
   * signal aborts or the service closes. Throws when the database does not answer at its beginning.
   */
  async *open(
    request: SubscriptionRequest,
    { after, signal }: Telling,
  ): AsyncGenerator<SubscriptionMessage<ExecutionResult>, void> {
    const document = this.#read(request.query);
    if ('errors' in document) {
      yield { cursor: '', answer: { errors: document.errors }, refused: true };
      return;
    }
    const { variables, operationName, caller = anonymous, requestId = 'none' } = request;
    const ending = new AbortController();
    const end = () => ending.abort();
    this.#open.add(ending);
    signal.addEventListener('abort', end, { once: true });
    if (signal.aborted) end();
    try {
      const asked = { document, variables, operationName, caller, requestId };
      yield* subscribeTo(this.#desk, asked, { after, signal: ending.signal });
    } finally {
      this.#open.delete(ending);
      signal.removeEventListener('abort', end);
    }
  }

  /** Ends those that are open; who still listens asks again, elsewhere or later. */
  end(): void {
    for (const each of this.#open) each.abort();
  }

  /** Ends all of them and reads no more. */
  async close(): Promise<void> {
    this.end();
    await this.#desk.feed.close();
  }
}

import { SubgraphSilent } from '../errors/gateway-error.js';
import type { Caller } from '../identity/caller.js';
import type { SubgraphEvent, SubgraphSubscription } from '../transport/transport.js';
import { eventOf } from './subgraph-events.js';

/** What a subgraph in the same process is subscribed to with. */
export interface InProcessSubscription {
  readonly query: string;
  readonly variables: Record<string, unknown>;
  readonly caller: Caller;
  readonly requestId: string;
}

/** Begins a subscription of a subgraph in the same process. */
export type Subscribe = (
  request: InProcessSubscription,
  telling: { after: string | undefined; signal: AbortSignal },
) => AsyncIterable<unknown>;

/** Subscribes to a subgraph that lives in this process; ends and throws as over HTTP. */
export async function* inProcessEvents(
  subscribe: Subscribe,
  { text, variablesText, caller, requestId, after, signal }: SubgraphSubscription,
): AsyncGenerator<SubgraphEvent, void> {
  // The gateway writes an object here and nothing else.
  const variables = JSON.parse(variablesText) as Record<string, unknown>;
  try {
    const events = subscribe({ query: text, variables, caller, requestId }, { after, signal });
    for await (const event of events) yield eventOf(event);
  } catch (error) {
    if (signal.aborted) return;
    if (error instanceof SubgraphSilent) throw error;
    throw new SubgraphSilent('exchange-failed', 'the subgraph threw', { cause: error });
  }
}

import { sign, signatureHeader } from '@manabi/kit/signature';
import { Client, type buildConnector } from 'undici';
import { SubgraphSilent } from '../errors/gateway-error.js';
import { silenceOf } from '../transport/silence.js';
import type { SubgraphEvent, SubgraphSubscription } from '../transport/transport.js';
import { EventLines } from './event-lines.js';
import { bodyOf, eventOf } from './subgraph-events.js';

/** Where a subgraph takes subscriptions, and what they are sent with. */
export interface EventRoute {
  /** The full address; `/subscription` beside the GraphQL endpoint. */
  readonly url: URL;
  readonly key: string;
  /** Characters of one event at most. */
  readonly limit: number;
  readonly connect: buildConnector.BuildOptions;
}

/** Milliseconds until an answer begins, and between two signs of life: a subgraph gives one every five seconds. */
const patience = { begins: 10_000, silence: 16_000 };

/**
 * Subscribes over HTTP, on a connection of its own that ends with the subscription. Ends when the subgraph ends it or
 * the signal aborts; throws SubgraphSilent when the subgraph does not answer, is silent for too long or sends what
 * cannot be used. Nothing is read ahead of who takes the events.
 */
export async function* httpEvents(
  route: EventRoute,
  subscription: SubgraphSubscription,
): AsyncGenerator<SubgraphEvent, void> {
  const client = new Client(route.url.origin, {
    connect: route.connect,
    headersTimeout: patience.begins,
    bodyTimeout: patience.silence,
  });
  try {
    const body = await begun(client, route, subscription);
    const lines = new EventLines(route.limit);
    for await (const chunk of body) {
      for (const data of lines.take(chunk)) yield eventOf(parsed(data));
    }
  } catch (error) {
    if (!subscription.signal.aborted) throw silenceOf(error, true);
  } finally {
    // What is still under way is of no use to anybody.
    client.destroy().catch(() => undefined);
  }
}

async function begun(
  client: Client,
  { url, key }: EventRoute,
  subscription: SubgraphSubscription,
): Promise<AsyncIterable<Uint8Array>> {
  const body = bodyOf(subscription);
  const {
    statusCode,
    headers,
    body: events,
  } = await client.request({
    method: 'POST',
    path: url.pathname + url.search,
    body,
    signal: subscription.signal,
    headers: {
      'content-type': 'application/json',
      accept: 'text/event-stream',
      'x-request-id': subscription.requestId,
      [signatureHeader]: sign(key, body),
    },
  });
  const type = String(headers['content-type'] ?? '');
  if (statusCode === 200 && /^text\/event-stream\s*(?:;|$)/i.test(type)) return events;
  events.on('error', () => undefined);
  events.destroy();
  if (statusCode === 401) {
    throw new SubgraphSilent('gateway-refused', 'the subgraph refused the signature');
  }
  throw new SubgraphSilent(
    statusCode >= 500 ? 'failing' : 'wrong-type',
    `status ${statusCode} with content type "${type.slice(0, 80)}" instead of events`,
  );
}

function parsed(data: string): unknown {
  try {
    return JSON.parse(data);
  } catch {
    // What the parser says cites the event, which may tell of persons and would stand in the log.
    throw new SubgraphSilent('not-json', `an event of ${data.length} characters is not JSON`);
  }
}

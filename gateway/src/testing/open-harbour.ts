import { once } from 'node:events';
import { harbour, Ship } from '@manabi/kit/testing/harbour';
import { openTestService, type TestService } from '@manabi/kit/testing/test-service';
import { weather } from '@manabi/kit/testing/weather';
import { serve } from '@manabi/kit/serve';
import { pino } from 'pino';
import { onTestFinished } from 'vitest';
import { composeSupergraph } from '../composition/compose.js';
import { connectionSettings } from '../configuration/process-settings.js';
import { guardedServer } from '../front-door/server.js';
import { createGateway, type Gateway, type GatewayOptions } from '../gateway.js';
import { httpTransport } from '../transport/http.js';
import { inProcessTransport } from '../transport/in-process.js';
import type { Transport } from '../transport/transport.js';
import { harbourKey } from './harbour-key.js';
import { readEvents, type AskedEvents, type EventClient } from './event-client.js';
import { closed, portOf } from './subgraph-server.js';

/** Two departments on real databases, one of which tells changes, and a gateway before them. */
export interface OpenHarbour {
  url: string;
  gateway: Gateway;
  port: TestService;
  /** The supergraph; given a word, with a type of that name that changes nothing. */
  supergraph(word?: string): string;
  /** Where a department listens, if it does. */
  addressOf(service: string): string | undefined;
  /** Opens a stream; settles when its head has come. */
  stream(asked: AskedEvents): Promise<EventClient>;
  /** Writes ships with these ids, each in a commit of its own. */
  arrive(...ids: string[]): Promise<void>;
}

const silent = pino({ level: 'silent' });

/** Subscribes to all that changes, with fields of both departments. */
export const allShips = 'subscription { shipChanged { id state ship { name windAtShip } } }';

/** Opens both departments and a gateway that reaches them over HTTP, or in its own process. */
export async function openHarbour(
  way: 'http' | 'in process',
  options: Partial<GatewayOptions> = {},
): Promise<OpenHarbour> {
  const port = await openTestService(harbour);
  const station = await openTestService(weather);
  const subgraphs = new Map<string, Transport>();
  const addresses = new Map<string, string>();
  for (const test of [port, station]) {
    const { name } = test.service;
    if (way === 'http') addresses.set(name, await served(test));
    subgraphs.set(name, wayTo(test, addresses.get(name)));
  }
  const supergraph = (word?: string): string =>
    composeSupergraph(
      [port, station].map(({ service }) => ({
        name: service.name,
        url: `http://${service.name}`,
        sdl: `${service.subgraph.sdl}${word ? `\n"${word}"\nscalar ${word}` : ''}`,
      })),
    );
  const gateway = createGateway({
    supergraphSdl: supergraph(),
    subgraphs,
    mode: 'development',
    contract: 'full',
    log: silent,
    ...options,
  });
  return {
    gateway,
    port,
    supergraph,
    ...(await opened(gateway)),
    arrive: arriving(port),
    addressOf: (name) => addresses.get(name),
  };
}

/** Writes ships, each in a commit of its own. */
function arriving(port: TestService): OpenHarbour['arrive'] {
  return (...ids) =>
    port.plant(
      ...ids.map((id) => Object.assign(new Ship(), { id, name: `${id} Maru`, cargo: 'tea' })),
    );
}

async function opened(gateway: Gateway): Promise<Pick<OpenHarbour, 'url' | 'stream'>> {
  const server = guardedServer(connectionSettings.parse({ limit: 20_000 }), (message, response) => {
    void gateway.handle(message, response);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  onTestFinished(async () => {
    await closed(server);
    await gateway.close();
  });
  const url = `http://127.0.0.1:${portOf(server)}/graphql`;
  return {
    url,
    stream: async (asked) => {
      const client = await readEvents(url, asked);
      onTestFinished(() => client.leave());
      return client;
    },
  };
}

async function served({ service }: TestService): Promise<string> {
  const serving = await serve(service, { port: 0, gatewayKey: harbourKey, log: silent });
  onTestFinished(() => serving.drain());
  return serving.url;
}

function wayTo({ service }: TestService, address: string | undefined): Transport {
  if (address) return httpTransport({ url: `${address}/graphql`, signingKey: harbourKey });
  return inProcessTransport(
    (request) => service.answer(request),
    (request, telling) => service.subscriptions.open(request, telling),
  );
}

import { once } from 'node:events';
import { composeSupergraph } from '../composition/compose.js';
import { connectionSettings } from '../configuration/process-settings.js';
import { guardedServer } from '../front-door/server.js';
import { createGateway, type Gateway, type GatewayOptions } from '../gateway.js';
import type { GraphAnswer } from '../pipeline/graph-answer.js';
import { httpTransport } from '../transport/http.js';
import { market, type TestSubgraph } from './market.js';
import { closed, portOf, startSubgraph, testKey, type RunningSubgraph } from './subgraph-server.js';

/** A gateway with its subgraphs, each a real HTTP server. */
export interface OpenMarket {
  url: string;
  gateway: Gateway;
  subgraphs: ReadonlyMap<string, RunningSubgraph>;
  /** Asks over HTTP. */
  ask(query: string, variables?: Record<string, unknown>): Promise<GraphAnswer>;
  close(): Promise<void>;
}

const silence = { info: () => undefined, warn: () => undefined, error: () => undefined };

/** Starts the subgraphs and a gateway before them, all on free ports. */
export async function openMarket(
  options: Partial<GatewayOptions> = {},
  subgraphs: readonly TestSubgraph[] = market,
): Promise<OpenMarket> {
  const running = await Promise.all(subgraphs.map((each) => startSubgraph(each)));
  const gateway = createGateway({
    supergraphSdl: composeSupergraph(running),
    subgraphs: new Map(
      running.map(({ name, url }) => [name, httpTransport({ url, signingKey: testKey })]),
    ),
    mode: 'development',
    // That the machine of the tests is busy is no fault of the gateway.
    load: { delay: 2000 },
    contract: 'full',
    log: silence,
    introspection: true,
    ...options,
  });
  const server = guardedServer(connectionSettings.parse({}), (message, response) => {
    void gateway.handle(message, response);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const url = `http://127.0.0.1:${portOf(server)}/graphql`;
  return {
    url,
    gateway,
    subgraphs: new Map(running.map((subgraph) => [subgraph.name, subgraph])),
    ask: (query, variables) => askOverHttp(url, query, variables),
    async close() {
      await closed(server);
      await gateway.close();
      await Promise.all(running.map((subgraph) => subgraph.close()));
    },
  };
}

async function askOverHttp(
  url: string,
  query: string,
  variables?: Record<string, unknown>,
): Promise<GraphAnswer> {
  const response = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query, variables }),
  });
  // The gateway's answers have this shape; the tests look at what is in it.
  return (await response.json()) as GraphAnswer;
}

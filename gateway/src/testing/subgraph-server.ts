import { once } from 'node:events';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { buildSubgraphSchema } from '@apollo/subgraph';
import { signatureFault, signatureHeader } from '@manabi/kit/signature';
import { graphql, parse } from 'graphql';
import type { TestSubgraph } from './market.js';

/** The key the tests sign with. */
export const testKey = 'a key for tests only, long enough for a gateway';

/** Answers instead of the subgraph, when it wants to. */
export type Fault = (response: ServerResponse) => void;

/** A real HTTP server of one subgraph, which can be told to misbehave. */
export interface RunningSubgraph {
  name: string;
  sdl: string;
  url: string;
  /** Bodies of the requests received. */
  received: string[];
  headers: IncomingMessage['headers'][];
  fault: Fault | undefined;
  close(): Promise<void>;
}

/** Starts a subgraph on a free port; it refuses what is not signed with its key. */
export async function startSubgraph(
  { name, sdl, resolvers }: TestSubgraph,
  key: string = testKey,
): Promise<RunningSubgraph> {
  const schema = buildSubgraphSchema([{ typeDefs: parse(sdl), resolvers }]);
  const server = createServer((message, response) => {
    void answer(message, response);
  });
  const answer = async (message: IncomingMessage, response: ServerResponse): Promise<void> => {
    const body = await textOf(message);
    running.received.push(body);
    running.headers.push(message.headers);
    if (running.fault) return running.fault(response);
    const signature = message.headers[signatureHeader];
    if (signatureFault(key, body, { signature: String(signature) })) {
      response.writeHead(401, { 'content-type': 'text/plain' }).end('refused');
      return;
    }
    // The gateway wrote it.
    const { query, variables } = JSON.parse(body) as { query: string; variables: object };
    const result = await graphql({ schema, source: query, variableValues: { ...variables } });
    // What could not even be begun is 400, as "GraphQL over HTTP" says.
    const status = result.data === undefined ? 400 : 200;
    response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(result));
  };
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const running: RunningSubgraph = {
    name,
    sdl,
    url: `http://127.0.0.1:${portOf(server)}/graphql`,
    received: [],
    headers: [],
    fault: undefined,
    close: () => closed(server),
  };
  return running;
}

/** The port a listening server got. */
export function portOf(server: Server): number {
  // A server that listens on TCP has such an address.
  return (server.address() as AddressInfo).port;
}

/** Closes a server and every connection to it. */
export async function closed(server: Server): Promise<void> {
  if (!server.listening) return;
  server.closeAllConnections();
  server.close();
  await once(server, 'close');
}

async function textOf(message: IncomingMessage): Promise<string> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of message as AsyncIterable<Uint8Array>) chunks.push(chunk);
  return Buffer.concat(chunks).toString('utf8');
}

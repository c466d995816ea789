import { once } from 'node:events';
import { createServer } from 'node:http';
import { exportJWK, generateKeyPair, SignJWT, type CryptoKey } from 'jose';
import { composeSupergraph } from '../../composition/compose.js';
import { createGateway, type Gateway, type GatewayOptions } from '../../gateway.js';
import { LocalKeys } from '../../identity/keys.js';
import { httpTransport } from '../../transport/http.js';
import { closed, portOf, testKey } from '../subgraph-server.js';
import { markedSdl, startMarked, type MarkedSubgraphs } from './marked-subgraphs.js';

/** A gateway before two subgraphs that write into their answers who asked. */
export interface MarkedGateway {
  url: string;
  gateway: Gateway;
  subgraphs: MarkedSubgraphs;
  /** A token of one caller, whose subject is its mark. */
  tokenOf(mark: string): Promise<string>;
  close(): Promise<void>;
}

const silence = { info: () => undefined, warn: () => undefined, error: () => undefined };

const supergraphSdl = composeSupergraph(
  Object.entries(markedSdl).map(([name, sdl]) => ({ name, sdl })),
);

/** Starts all of it on free ports; callers show real tokens, and everything that can be shared is. */
export async function openMarked(options: Partial<GatewayOptions> = {}): Promise<MarkedGateway> {
  const subgraphs = await startMarked();
  const keys = await generateKeyPair('ES256');
  const jwk = { ...(await exportJWK(keys.publicKey)), kid: 'marked', alg: 'ES256' };
  const set = { keys: [jwk] };
  const gateway = createGateway({
    supergraphSdl,
    subgraphs: new Map(
      [...subgraphs.urls].map(([name, url]) => [name, httpTransport({ url, signingKey: testKey })]),
    ),
    heads: new Map(
      (['town', 'trade'] as const).map((name) => [name, async () => subgraphs.heads[name]]),
    ),
    identity: {
      issuers: [{ issuer: 'marked', audience: 'hub', keys: new LocalKeys(() => set) }],
    },
    nudgeKey: testKey,
    mode: 'development',
    contract: 'full',
    log: silence,
    load: { inWork: 1_000, waiting: 10_000, patience: 10_000, delay: 10_000 },
    ...options,
  });
  const server = createServer((message, response) => {
    void gateway.handle(message, response);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    url: `http://127.0.0.1:${portOf(server)}/graphql`,
    gateway,
    subgraphs,
    tokenOf: (mark) => tokenOf(keys.privateKey, mark),
    close: async () => {
      await closed(server);
      await gateway.close();
      await subgraphs.close();
    },
  };
}

function tokenOf(key: CryptoKey, mark: string): Promise<string> {
  return new SignJWT({ role: 'resident' })
    .setProtectedHeader({ alg: 'ES256', kid: 'marked', typ: 'JWT' })
    .setIssuer('marked')
    .setAudience('hub')
    .setSubject(mark)
    .setIssuedAt()
    .setExpirationTime('1h')
    .sign(key);
}

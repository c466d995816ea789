import { once } from 'node:events';
import { createServer } from 'node:http';
import {
  exportJWK,
  generateKeyPair,
  SignJWT,
  type CryptoKey,
  type JWK,
  type JWTPayload,
} from 'jose';
import { closed, portOf } from './subgraph-server.js';

/** A provider of tokens on a real HTTP server of its own, which can be told to misbehave. */
export interface KeyProvider {
  jwksUrl: string;
  issuer: string;
  /** The keys it publishes. */
  published: JWK[];
  /** Requests for its keys so far. */
  asked: number;
  /** How it answers when it wants to: a status instead of the keys, or nothing at all. */
  fault: 'silent' | number | undefined;
  /** Makes a key pair and publishes its public part; gives back its private one. */
  addKey(kid: string, algorithm?: string): Promise<CryptoKey>;
  /** Signs a token that would be accepted, but for what is said. */
  token(changes?: TokenChanges): Promise<string>;
  close(): Promise<void>;
}

/** Where a token differs from one that would be accepted. */
export interface TokenChanges {
  claims?: JWTPayload;
  header?: { alg?: string; kid?: string; typ?: string };
  key?: CryptoKey | Uint8Array;
  /** Claims to be left out. */
  without?: readonly string[];
}

/** Starts a provider with one ES256 key named "one". */
export async function startKeyProvider(): Promise<KeyProvider> {
  const server = createServer((_, response) => {
    provider.asked++;
    if (provider.fault === 'silent') return;
    response.writeHead(provider.fault ?? 200, { 'content-type': 'application/json' });
    response.end(JSON.stringify({ keys: provider.published }));
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const keys = new Map<string, CryptoKey>();
  const provider: KeyProvider = {
    jwksUrl: `http://127.0.0.1:${portOf(server)}/jwks.json`,
    issuer: 'https://id.example',
    published: [],
    asked: 0,
    fault: undefined,
    async addKey(kid, algorithm = 'ES256') {
      const { privateKey, publicKey } = await generateKeyPair(algorithm, { extractable: true });
      provider.published.push({ ...(await exportJWK(publicKey)), kid, alg: algorithm, use: 'sig' });
      keys.set(kid, privateKey);
      return privateKey;
    },
    token: (changes = {}) => signed(provider.issuer, changes, keys),
    close: () => closed(server),
  };
  await provider.addKey('one');
  return provider;
}

function signed(
  issuer: string,
  { claims, header, key, without = [] }: TokenChanges,
  keys: ReadonlyMap<string, CryptoKey>,
): Promise<string> {
  const now = Math.floor(Date.now() / 1000);
  const payload = Object.entries({
    iss: issuer,
    aud: 'hub',
    sub: 'somebody',
    iat: now,
    exp: now + 300,
    jti: crypto.randomUUID(),
    role: 'department',
    scope: 'wages',
    ...claims,
  }).filter(([name]) => !without.includes(name));
  const kid = header?.kid ?? 'one';
  const signing = key ?? keys.get(kid) ?? keys.get('one');
  if (!signing) throw new Error('The provider has no key.');
  return new SignJWT(Object.fromEntries(payload))
    .setProtectedHeader({ alg: 'ES256', typ: 'at+jwt', ...header, kid })
    .sign(signing);
}

import type { IncomingMessage, ServerResponse } from 'node:http';

import type { Issuer } from '@manabi/gateway/identity/issuer';
import { LocalKeys } from '@manabi/gateway/identity/keys';
import type { IsRevoked } from '@manabi/gateway/identity/revocation';
import { type JWK, SignJWT, importJWK } from 'jose';

import type { Home } from '../home/home.js';
import { type Client, Clients } from './clients.js';
import { GuessLimit } from './guess-limit.js';
import { isSecret } from './secret.js';
import { SigningKeys, tokenSeconds } from './signing-keys.js';
import { TokenProblem } from './token-problem.js';
import { type TokenRequest, readTokenRequest, unproven } from './token-request.js';

/** Whom tokens of the hub are for. */
export const hubAudience = 'manabi-hub';

/** Where tokens and keys are to be had. */
export const issuerPaths = {
  token: '/oauth/token',
  keys: '/.well-known/jwks.json',
  metadata: '/.well-known/oauth-authorization-server',
  openid: '/.well-known/openid-configuration',
} as const;

/** Secrets compared at the same time at most; each takes 16 MiB. */
const comparedAtOnce = 4;

/** Tells one place that requests come from from another. */
type PlaceOf = (request: IncomingMessage) => string;

const peerOf: PlaceOf = ({ socket }) => socket.remoteAddress ?? '';

/** Gives tokens to registered systems of one city, by client credentials (RFC 6749 §4.4). */
export class HubIssuer {
  readonly #name: string;
  readonly #keys: SigningKeys;
  readonly #clients: Clients;
  readonly #guesses = new GuessLimit();
  #comparing = 0;
  #placeOf: PlaceOf = peerOf;

  private constructor(name: string, keys: SigningKeys, clients: Clients) {
    this.#name = name;
    this.#keys = keys;
    this.#clients = clients;
  }

  /**
   * Opens the issuer of a city under the address by which the city is known. Who guesses secrets is told apart by the
   * address of the connection, unless `placeOf` knows better.
   */
  static async open(home: Home, address: string, placeOf: PlaceOf = peerOf): Promise<HubIssuer> {
    const issuer = new HubIssuer(address, await SigningKeys.open(home), new Clients(home));
    issuer.#placeOf = placeOf;
    return issuer;
  }

  /** What a gateway has to know to believe its tokens. */
  get trusted(): Issuer {
    return {
      issuer: this.#name,
      audience: hubAudience,
      algorithms: ['ES256'],
      types: ['at+jwt'],
      keys: new LocalKeys(() => this.#keys.published()),
    };
  }

  /** Ends the tokens of systems that were taken away. */
  readonly isRevoked: IsRevoked = ({ issuer, subject }) =>
    issuer === this.#name && !this.#clients.has(subject);

  /** Answers a request that is for the issuer, and says whether it was. */
  async handle(request: IncomingMessage, response: ServerResponse): Promise<boolean> {
    switch (request.url?.split('?')[0]) {
      case issuerPaths.token:
        await this.#answerToken(request, response);
        return true;
      case issuerPaths.keys:
        send(response, { body: this.#keys.published(), cache: 'public, max-age=30' });
        return true;
      case issuerPaths.metadata:
      case issuerPaths.openid:
        send(response, { body: metadataOf(this.#name), cache: 'public, max-age=300' });
        return true;
      default:
        return false;
    }
  }

  async #answerToken(request: IncomingMessage, response: ServerResponse): Promise<void> {
    try {
      const asked = await readTokenRequest(request);
      const client = await this.#proven(asked, this.#placeOf(request));
      send(response, { body: await this.#granted(client, asked) });
    } catch (error) {
      if (!(error instanceof TokenProblem)) throw error;
      const { status = 400, headers } = error.answer;
      const body = { error: error.code, error_description: error.message };
      send(response, { status, body, ...(headers ? { headers } : {}) });
    }
  }

  async #proven({ name, secret }: TokenRequest, address: string): Promise<Client> {
    const wait = this.#guesses.wait(address, name);
    if (wait > 0) throw tooMany(429, wait);
    if (this.#comparing >= comparedAtOnce) throw tooMany(503, 1);
    const client = this.#clients.find(name);
    this.#comparing++;
    try {
      if (client && (await isSecret(secret, client.secret))) return client;
      if (!client) await isSecret(secret, undefined);
    } finally {
      this.#comparing--;
    }
    this.#guesses.failed(address, name);
    throw unproven();
  }

  async #granted(client: Client, { scopes = client.scopes }: TokenRequest): Promise<object> {
    const unknown = scopes.filter((scope) => !client.scopes.includes(scope));
    if (unknown.length > 0) {
      throw new TokenProblem(
        'invalid_scope',
        'The system is not registered with all of these scopes; ask for those it has, or for none by name.',
      );
    }
    const { kid, privateKey } = this.#keys.signing();
    const scope = scopes.join(' ');
    const token = await new SignJWT({
      client_id: client.name,
      role: client.role,
      scope,
      purposes: client.purposes,
    })
      .setProtectedHeader({ alg: 'ES256', typ: 'at+jwt', kid })
      .setIssuer(this.#name)
      .setAudience(hubAudience)
      .setSubject(client.name)
      .setJti(crypto.randomUUID())
      .setIssuedAt()
      .setExpirationTime(`${tokenSeconds}s`)
      .sign(await signingKey(privateKey));
    return { access_token: token, token_type: 'Bearer', expires_in: tokenSeconds, scope };
  }
}

const signingKey = (key: JWK): ReturnType<typeof importJWK> => importJWK(key, 'ES256');

function tooMany(status: number, wait: number): TokenProblem {
  return new TokenProblem(
    status === 429 ? 'invalid_client' : 'temporarily_unavailable',
    `Too many attempts; try again in ${wait} seconds.`,
    { status, headers: { 'retry-after': String(wait) } },
  );
}

/** What a client or a gateway may read about the issuer (RFC 8414 §2). */
function metadataOf(name: string): object {
  return {
    issuer: name,
    token_endpoint: name + issuerPaths.token,
    jwks_uri: name + issuerPaths.keys,
    grant_types_supported: ['client_credentials'],
    response_types_supported: [],
    token_endpoint_auth_methods_supported: ['client_secret_basic', 'client_secret_post'],
  };
}

interface Answer {
  readonly status?: number;
  readonly body: object;
  readonly headers?: Record<string, string>;
  /** How long it may be kept; not at all unless said. */
  readonly cache?: string;
}

function send(
  response: ServerResponse,
  { status = 200, body, headers, cache = 'no-store' }: Answer,
): void {
  response.writeHead(status, {
    'content-type': 'application/json; charset=utf-8',
    'cache-control': cache,
    'x-content-type-options': 'nosniff',
    ...headers,
  });
  response.end(JSON.stringify(body));
}

import { request } from 'node:http';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { exportSPKI, importJWK, type CryptoKey } from 'jose';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { openMarket, type OpenMarket } from '../testing/open-market.js';
import { startKeyProvider, type KeyProvider } from '../testing/key-provider.js';
import { readIdentity } from './configuration.js';
import { RemoteKeys } from './remote-keys.js';
import { saidIn } from './said.js';

const query = '{ makers { id pin } }';

interface Reply {
  status: number;
  challenge: string | undefined;
  body: {
    data?: { makers: { id: string; pin: string | null }[] } | null;
    errors?: { message: string; extensions: { code: string } }[];
  };
}

/** Asks with exactly these raw headers; Node's own client lets them be repeated. */
function ask(market: OpenMarket, headers: readonly (readonly [string, string])[]): Promise<Reply> {
  return new Promise((resolve, reject) => {
    const asking = request(market.url, { method: 'POST' }, (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('end', () => {
        const body = JSON.parse(Buffer.concat(chunks).toString('utf8')) as Reply['body'];
        const challenge = response.headers['www-authenticate'];
        resolve({ status: response.statusCode ?? 0, challenge, body });
      });
    });
    asking.on('error', reject);
    asking.setHeader('content-type', 'application/json');
    const names = new Set(headers.map(([name]) => name));
    for (const name of names) {
      const values = headers.filter((each) => each[0] === name).map(([, value]) => value);
      asking.setHeader(name, values.length === 1 ? values[0]! : values);
    }
    asking.end(JSON.stringify({ query }));
  });
}

const bearing = (token: string) => [['authorization', `Bearer ${token}`]] as const;
const base64 = (value: unknown): string =>
  Buffer.from(typeof value === 'string' ? value : JSON.stringify(value)).toString('base64url');

let provider: KeyProvider;
let market: OpenMarket;
const reasons: string[] = [];
const revoked = new Set<string>();
const interval = 400;
/** A busy machine is no reason to refuse here. */
const calm = { load: { delay: 60_000 } };

beforeAll(async () => {
  provider = await startKeyProvider();
});
afterAll(async () => {
  await provider.close();
});

async function openWith(keys: ConstructorParameters<typeof RemoteKeys>[0]): Promise<OpenMarket> {
  return openMarket({
    ...calm,
    identity: {
      issuers: [{ issuer: provider.issuer, audience: 'hub', keys: new RemoteKeys(keys) }],
      isRevoked: ({ id }) => id !== undefined && revoked.has(id),
      onRefused: (reason) => reasons.push(reason),
    },
  });
}

function expectRefused({ status, challenge, body }: Reply): void {
  expect(status).toBe(401);
  expect(challenge).toMatch(/^Bearer/);
  expect(body.data).toBeUndefined();
  expect(body.errors?.map(({ extensions }) => extensions.code)).toEqual(['UNAUTHENTICATED']);
  // One sentence for whatever is wrong: it teaches nothing about what was nearly right.
  expect(body.errors?.map(({ message }) => message)).toEqual([
    'The token that came with this request is not accepted; get a new one and ask again.',
  ]);
}

describe('a token', () => {
  beforeAll(async () => {
    market = await openWith({ url: provider.jwksUrl, interval });
  });
  afterAll(async () => {
    await market.close();
  });

  test('that is good shows what its bearer may see, and its absence does not', async () => {
    const good = await ask(market, bearing(await provider.token()));
    const absent = await ask(market, []);

    expect(good.status).toBe(200);
    expect(good.body.data?.makers[0]?.pin).toBe('1111');
    expect(absent.body.data?.makers[0]?.pin).toBeNull();
    expect(absent.body.errors?.[0]?.extensions.code).toBe('UNAUTHENTICATED');
  });

  test('is verified once and known from then on', async () => {
    const token = await provider.token();
    const before = provider.asked;

    for (let time = 0; time < 20; time++) {
      expect((await ask(market, bearing(token))).status).toBe(200);
    }

    expect(provider.asked).toBe(before);
  });

  const now = (): number => Math.floor(Date.now() / 1000);
  const changes: Readonly<Record<string, () => Promise<string>>> = {
    'that is not a token': async () => 'hello',
    'without a signature': async () => {
      const [header, payload] = (await provider.token()).split('.');
      return `${header}.${payload}.`;
    },
    'that says it needs no signature': async () => {
      const [, payload] = (await provider.token()).split('.');
      return `${base64({ alg: 'none', typ: 'at+jwt' })}.${payload}.${base64('x')}`;
    },
    'that says so in other letters': async () => {
      const [, payload] = (await provider.token()).split('.');
      return `${base64({ alg: 'nOnE', typ: 'at+jwt', kid: 'one' })}.${payload}.${base64('x')}`;
    },
    'signed by the public key as a secret': async () => {
      // The keys the provider publishes are EC keys, which jose imports as CryptoKey.
      const key = (await importJWK(provider.published[0]!, 'ES256')) as CryptoKey;
      return provider.token({
        header: { alg: 'HS256' },
        key: new TextEncoder().encode(await exportSPKI(key)),
      });
    },
    'signed by another key under a known name': async () => {
      const other = await startKeyProvider();
      await other.close();
      return other.token();
    },
    'whose key id is a path': () => provider.token({ header: { kid: '../../../../dev/null' } }),
    'whose key id is a statement': () => provider.token({ header: { kid: "one' OR '1'='1" } }),
    'whose key id is very long': () => provider.token({ header: { kid: 'k'.repeat(5000) } }),
    'of a type that is no access token': () => provider.token({ header: { typ: 'dpop+jwt' } }),
    'for another audience': () => provider.token({ claims: { aud: 'somebody else' } }),
    'for no audience': () => provider.token({ without: ['aud'] }),
    'of another issuer': () => provider.token({ claims: { iss: 'https://evil.example' } }),
    'of no issuer': () => provider.token({ without: ['iss'] }),
    'of an issuer named like a property': () => provider.token({ claims: { iss: '__proto__' } }),
    'that has expired': () => provider.token({ claims: { exp: now() - 31 } }),
    'that never expires': () => provider.token({ without: ['exp'] }),
    'that is not good yet': () => provider.token({ claims: { nbf: now() + 35 } }),
    'without a subject': () => provider.token({ without: ['sub'] }),
    'without an id by which it could be revoked': () => provider.token({ without: ['jti'] }),
    'of a role that is none': () => provider.token({ claims: { role: 'mayor' } }),
    'of no role': () => provider.token({ without: ['role'] }),
    'of several roles': () => provider.token({ claims: { role: ['analyst', 'department'] } }),
    'of the role of nobody': () => provider.token({ claims: { role: 'anonymous' } }),
    'whose scopes are no words': () => provider.token({ claims: { scope: [['wages']] } }),
    'that is too large': () => provider.token({ claims: { padding: 'x'.repeat(9000) } }),
    'that was changed': async () => {
      const [header, , signature] = (await provider.token()).split('.');
      const claims = {
        iss: provider.issuer,
        aud: 'hub',
        sub: 'me',
        exp: now() + 99,
        role: 'analyst',
      };
      return `${header}.${base64(claims)}.${signature}`;
    },
    'that brings its own key': async () => {
      const own = await startKeyProvider();
      await own.close();
      const [, payload] = (await own.token()).split('.');
      const header = { alg: 'ES256', typ: 'at+jwt', jwk: own.published[0], jku: own.jwksUrl };
      return `${base64(header)}.${payload}.${base64('x')}`;
    },
    'with an extension it calls critical': async () => {
      const [, payload, signature] = (await provider.token()).split('.');
      const header = { alg: 'ES256', typ: 'at+jwt', kid: 'one', crit: ['exp'] };
      return `${base64(header)}.${payload}.${signature}`;
    },
  };

  test.each(Object.entries(changes))('%s is refused, and quickly', async (_, change) => {
    const token = await change();
    const begun = performance.now();

    const reply = await ask(market, bearing(token));

    expect(performance.now() - begun).toBeLessThan(1000);
    expectRefused(reply);
  });

  test('is good within half a minute of a clock that differs', async () => {
    const late = await provider.token({ claims: { exp: now() - 20 } });
    const early = await provider.token({ claims: { nbf: now() + 20 } });

    expect((await ask(market, bearing(late))).status).toBe(200);
    expect((await ask(market, bearing(early))).status).toBe(200);
  });

  test('that was accepted is refused once it has expired', async () => {
    const token = await provider.token({ claims: { exp: now() - 26 } });

    expect((await ask(market, bearing(token))).status).toBe(200);
    await new Promise((resolve) => setTimeout(resolve, 4_100));
    expectRefused(await ask(market, bearing(token)));
  });

  test('that was accepted is refused once it is revoked', async () => {
    const token = await provider.token({ claims: { jti: 'stolen' } });

    expect((await ask(market, bearing(token))).status).toBe(200);
    revoked.add('stolen');
    expectRefused(await ask(market, bearing(token)));
  });

  test('shown twice is refused, whichever comes first and however the name is written', async () => {
    const token = await provider.token();
    const twice = [...bearing(token), ...bearing(token)];
    const other = [...bearing(token), ['Authorization', 'Bearer other']] as const;

    const { status, body } = await ask(market, twice);

    // The front door refuses it for every header of which there is one; the token is not looked at.
    expect([status, body.data]).toEqual([400, undefined]);
    expect(() => saidIn(twice.flat())).toThrow(/not accepted/);
    expect(() => saidIn(other.flat())).toThrow(/not accepted/);
    expectRefused(await ask(market, [['authorization', `Bearer ${token}, Bearer ${token}`]]));
  });

  test.each(['Basic YTpi', 'Bearer', 'Bearer ', 'Bearer  a.b.c', 'bearer\ta.b.c', ''])(
    'that comes as "%s" is refused',
    async (authorization) => {
      expectRefused(await ask(market, [['authorization', authorization]]));
    },
  );

  test('is not told to the log, but why it was refused is, and a flood is one line', async () => {
    const own = await openWith({ url: provider.jwksUrl, interval });
    reasons.length = 0;
    const token = await provider.token({ claims: { aud: 'somebody else' } });

    for (let time = 0; time < 20; time++) await ask(own, bearing(token));

    expect(reasons).toEqual(['unexpected "aud" claim value']);
    await own.close();
  });
});

describe('a purpose', () => {
  beforeAll(async () => {
    market = await openWith({ url: provider.jwksUrl, interval });
  });
  afterAll(async () => {
    await market.close();
  });
  const withPurposes = () => provider.token({ claims: { purposes: ['guidance', 'tax'] } });

  test('travels to the subgraphs with the legal basis, in the signed body', async () => {
    const headers = [
      ...bearing(await withPurposes()),
      ['Hub-Purpose', 'tax'],
      ['Hub-Legal-Basis', 'statute'],
    ] as const;

    expect((await ask(market, headers)).status).toBe(200);

    const body = market.subgraphs.get('people')?.received.at(-1) ?? '{}';
    const { extensions } = JSON.parse(body) as { extensions: { caller: unknown } };
    expect(extensions.caller).toEqual({
      role: 'department',
      subject: 'somebody',
      scopes: ['wages'],
      purpose: 'tax',
      basis: 'statute',
    });
  });

  test.each([
    ['that the token does not allow', { name: 'hub-purpose', value: 'curiosity', status: 403 }],
    ['that is two', { name: 'hub-purpose', value: 'tax, guidance', status: 403 }],
    ['with a basis that is none', { name: 'hub-legal-basis', value: 'because', status: 400 }],
  ])('%s is refused', async (_, { name, value, status }) => {
    const headers = [...bearing(await withPurposes()), [name, value]] as const;

    const reply = await ask(market, headers);

    expect(reply.status).toBe(status);
    const code = status === 403 ? 'FORBIDDEN' : 'BAD_REQUEST';
    expect(reply.body.errors?.[0]?.extensions.code).toBe(code);
  });

  test('stated twice, or by nobody, is refused', async () => {
    const token = bearing(await withPurposes());
    const purpose = ['hub-purpose', 'tax'] as const;

    expect((await ask(market, [...token, purpose, purpose])).status).toBe(400);
    expect((await ask(market, [purpose])).status).toBe(401);
  });
});

describe('a provider of keys', () => {
  beforeEach(() => {
    provider.fault = undefined;
  });
  afterEach(async () => {
    provider.fault = undefined;
    await market.close();
  });

  test('is asked once in an interval, whatever unknown keys tokens name', async () => {
    market = await openWith({ url: provider.jwksUrl, interval });
    await ask(market, bearing(await provider.token()));
    const tokens = await Promise.all(
      Array.from({ length: 300 }, (_, index) => provider.token({ header: { kid: `k${index}` } })),
    );
    const before = provider.asked;
    const begun = performance.now();

    const replies = await Promise.all(tokens.map((token) => ask(market, bearing(token))));
    await new Promise((resolve) => setTimeout(resolve, interval));
    replies.push(await ask(market, bearing(tokens[0]!)));

    replies.forEach(expectRefused);
    const intervals = Math.ceil((performance.now() - begun) / interval);
    expect(provider.asked - before).toBeLessThanOrEqual(intervals);
    expect(provider.asked - before).toBeGreaterThan(0);
  });

  test('that begins to use another key is understood at once', async () => {
    market = await openWith({ url: provider.jwksUrl, interval: 0 });
    await ask(market, bearing(await provider.token()));
    await provider.addKey('two', 'EdDSA');

    const token = await provider.token({ header: { kid: 'two', alg: 'EdDSA' } });

    expect((await ask(market, bearing(token))).status).toBe(200);
  });

  test('that takes a key back ends the tokens it signed, also those that were accepted', async () => {
    market = await openWith({ url: provider.jwksUrl, interval: 0, freshFor: 100 });
    await provider.addKey('lost');
    const token = await provider.token({ header: { kid: 'lost' } });
    expect((await ask(market, bearing(token))).status).toBe(200);

    provider.published = provider.published.filter(({ kid }) => kid !== 'lost');
    await new Promise((resolve) => setTimeout(resolve, 150));
    await ask(market, bearing(token));
    await new Promise((resolve) => setTimeout(resolve, 50));

    expectRefused(await ask(market, bearing(token)));
  });

  test.each(['silent', 500] as const)(
    'that is %s leaves its last keys good for a while, and no longer',
    async (fault) => {
      market = await openWith({
        url: provider.jwksUrl,
        interval: 50,
        freshFor: 100,
        keptFor: 4000,
        timeout: 200,
      });
      const token = await provider.token();
      expect((await ask(market, bearing(token))).status).toBe(200);

      provider.fault = fault;
      await new Promise((resolve) => setTimeout(resolve, 300));
      expect((await ask(market, bearing(token))).status).toBe(200);
      expect((await ask(market, bearing(await provider.token()))).status).toBe(200);
      await new Promise((resolve) => setTimeout(resolve, 4000));
      expectRefused(await ask(market, bearing(token)));

      provider.fault = undefined;
      await new Promise((resolve) => setTimeout(resolve, 100));
      expect((await ask(market, bearing(token))).status).toBe(200);
    },
  );

  test('that was never there refuses tokens, and open fields are answered', async () => {
    market = await openWith({ url: 'http://127.0.0.1:9/jwks.json' });
    const begun = performance.now();

    expectRefused(await ask(market, bearing(await provider.token())));
    expect(performance.now() - begun).toBeLessThan(1000);
    expect((await ask(market, [])).status).toBe(200);
  });
});

describe('a configuration', () => {
  const issuer = { issuer: 'https://id.example', audience: 'hub', jwksUrl: 'https://id.example/k' };

  test('names every part that is wrong', () => {
    const read = () =>
      readIdentity({
        issuers: [{ ...issuer, jwksUrl: 'http://id.example/k', algorithms: ['HS256'], key: 1 }],
        policies: { 'purpose.x': [{}] },
      });

    expect(read).toThrow(/"issuers\.0\.jwksUrl": use https/);
    expect(read).toThrow(/issuers\.0\.algorithms/);
    expect(read).toThrow(/"issuers\.0\.key" is no setting, the settings here are issuer, /);
    expect(read).toThrow(/policies/);
  });

  test('may name claims, roles and policies, and a file of what is revoked', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'revoked-'));
    const file = join(folder, 'revoked.txt');
    writeFileSync(file, '# taken away\nstolen\nsubject left\n');
    const identity = readIdentity({
      issuers: [
        {
          ...issuer,
          jwksUrl: provider.jwksUrl,
          claims: { role: 'realm_access.roles' },
          roles: { 'hub-department': 'department' },
        },
      ],
      policies: { emergency: [{ roles: ['department'], scopes: ['wages'] }] },
      revokedFile: file,
    });
    market = await openMarket({ ...calm, identity });
    const claims = { role: undefined, realm_access: { roles: ['offline', 'hub-department'] } };

    const good = await ask(market, bearing(await provider.token({ claims })));
    const stolen = await provider.token({ claims: { ...claims, jti: 'stolen' } });
    const left = await provider.token({ claims: { ...claims, sub: 'left' } });

    expect(good.body.data?.makers[0]?.pin).toBe('1111');
    expectRefused(await ask(market, bearing(stolen)));
    expectRefused(await ask(market, bearing(left)));
    await market.close();
    rmSync(folder, { recursive: true });
  });

  test('keeps callers of one name apart who come from two providers', async () => {
    const other = await startKeyProvider();
    other.issuer = 'https://other.example';
    market = await openMarket({
      ...calm,
      identity: readIdentity({
        issuers: [
          { ...issuer, jwksUrl: provider.jwksUrl },
          { ...issuer, issuer: other.issuer, jwksUrl: other.jwksUrl },
        ],
      }),
    });
    const subjects: unknown[] = [];

    for (const from of [provider, other]) {
      await ask(market, bearing(await from.token()));
      const body = market.subgraphs.get('people')?.received.at(-1) ?? '{}';
      const { extensions } = JSON.parse(body) as { extensions: { caller: { subject: string } } };
      subjects.push(extensions.caller.subject);
    }
    const crossed = await provider.token({ claims: { iss: other.issuer } });

    expect(subjects).toEqual(['somebody', 'https://other.example somebody']);
    expectRefused(await ask(market, bearing(crossed)));
    await market.close();
    await other.close();
  });

  test('may demand a token of everybody', async () => {
    const keys = new RemoteKeys({ url: provider.jwksUrl });
    market = await openMarket({
      ...calm,
      identity: { requireCaller: true, issuers: [{ ...issuer, keys }] },
    });

    const reply = await ask(market, []);

    expect(reply.status).toBe(401);
    expect(reply.challenge).toBe('Bearer');
    expect((await ask(market, bearing(await provider.token()))).status).toBe(200);
    await market.close();
  });
});

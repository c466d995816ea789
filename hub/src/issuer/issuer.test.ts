import { once } from 'node:events';
import {
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { type Server, createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { Identity } from '@manabi/gateway/identity/identity';
import { RemoteKeys } from '@manabi/gateway/identity/remote-keys';
import { decodeJwt, decodeProtectedHeader } from 'jose';
import { pino } from 'pino';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';

import { placesOf } from '../city/gateway-settings.js';
import { type Home, openHome } from '../home/home.js';
import { believedIn } from './believed.js';
import { Clients } from './clients.js';
import { HubIssuer, hubAudience, issuerPaths } from './issuer.js';
import { SigningKeys } from './signing-keys.js';

const log = pino({ level: 'silent' });
let home: Home;
let server: Server;
let address: string;
let issuer: HubIssuer;
let secret: string;

beforeEach(async () => {
  home = openHome({ HUB_HOME: mkdtempSync(join(tmpdir(), 'manabi-issuer-')) });
  server = createServer((request, response) => {
    void issuer.handle(request, response);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  issuer = await HubIssuer.open(home, address);
  secret = await new Clients(home).add({
    name: 'library-desk',
    role: 'department',
    scopes: ['talent.contact', 'sports.slots'],
    purposes: ['talent-introduction'],
  });
});
afterEach(async () => {
  server.closeAllConnections();
  server.close();
  await once(server, 'close');
  rmSync(home.folder, { recursive: true, force: true });
});

type Form = Readonly<Record<string, string>>;

const basic = (name: string, word: string) => ({
  authorization: `Basic ${Buffer.from(`${name}:${word}`).toString('base64')}`,
});

async function ask(
  form: Form | string = { grant_type: 'client_credentials' },
  headers: Form = basic('library-desk', secret),
) {
  const response = await fetch(address + issuerPaths.token, {
    method: 'POST',
    headers,
    body: new URLSearchParams(form),
  });
  // The issuer answers a JSON object, whatever was asked.
  const body = (await response.json()) as Record<string, string>;
  return { status: response.status, body, headers: response.headers };
}

const tokenNow = async (): Promise<string> => (await ask()).body['access_token'] ?? '';
const bearing = (token: string) => ['Authorization', `Bearer ${token}`];
const identified = async (identity: Identity, token: string) =>
  (await identity.identify(bearing(token))).caller;
const second = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 1_100));

describe('a registered system', () => {
  test.each([
    ['by the header', () => [{ grant_type: 'client_credentials' }, undefined] as const],
    [
      'by the form',
      () =>
        [
          { grant_type: 'client_credentials', client_id: 'library-desk', client_secret: secret },
          {},
        ] as const,
    ],
  ])('gets a token that the gateways believe, %s', async (_, how) => {
    const { status, body, headers } = await ask(...how());

    expect([status, headers.get('cache-control')]).toEqual([200, 'no-store']);
    expect(body).toMatchObject({
      token_type: 'Bearer',
      expires_in: 600,
      scope: 'talent.contact sports.slots',
    });
    const token = body['access_token'] ?? '';
    expect(decodeJwt(token)).toMatchObject({ iss: address, aud: hubAudience, sub: 'library-desk' });
    const identity = new Identity(believedIn(home, issuer, log));
    expect(await identified(identity, token)).toEqual({
      role: 'department',
      subject: 'library-desk',
      client: 'library-desk',
      scopes: ['talent.contact', 'sports.slots'],
    });
  });

  test('gets fewer scopes where it asks for fewer, and none that it has not', async () => {
    const form = { grant_type: 'client_credentials', scope: 'sports.slots' };

    expect((await ask(form)).body['scope']).toBe('sports.slots');
    expect(await ask({ ...form, scope: 'sports.slots all' })).toMatchObject({
      status: 400,
      body: { error: 'invalid_scope' },
    });
  });

  test('is believed by gateways elsewhere, by the published keys', async () => {
    const metadata = await (await fetch(address + issuerPaths.metadata)).json();
    // The metadata of RFC 8414 names where the keys are.
    const { issuer: name, jwks_uri: url } = metadata as { issuer: string; jwks_uri: string };
    const identity = new Identity({
      issuers: [{ issuer: name, audience: hubAudience, keys: new RemoteKeys({ url }) }],
    });

    expect((await identified(identity, await tokenNow())).subject).toBe('library-desk');
    const published = await (await fetch(url)).text();
    expect(published).not.toContain('"d"');
  });

  test('that is taken away is believed no longer, though its token has not expired', async () => {
    const identity = new Identity(believedIn(home, issuer, log));
    const token = await tokenNow();
    await identified(identity, token);

    new Clients(home).remove('library-desk');
    await second();

    await expect(async () => identified(identity, token)).rejects.toMatchObject({ status: 401 });
    expect((await ask()).status).toBe(401);
  });
});

describe('whoever is not', () => {
  test('learns nothing but that the two do not fit together', async () => {
    const wrong = await ask(undefined, basic('library-desk', 'guess'));
    const nobody = await ask(undefined, basic('nobody', 'guess'));
    const path = await ask(undefined, basic('../keys/gateway', 'guess'));

    expect(wrong.status).toBe(401);
    expect(wrong.headers.get('www-authenticate')).toMatch(/^Basic/);
    expect(wrong.body['error']).toBe('invalid_client');
    expect([nobody.body, path.body]).toEqual([wrong.body, wrong.body]);
  });

  test('may guess five times in a minute, and the secret itself then waits too', async () => {
    for (let guess = 0; guess < 5; guess++) {
      expect((await ask(undefined, basic('library-desk', `guess ${guess}`))).status).toBe(401);
    }

    const next = await ask();

    expect(next.status).toBe(429);
    expect(Number(next.headers.get('retry-after'))).toBeGreaterThan(0);
  });

  test('behind a proxy that the city names, closes the door to itself only', async () => {
    const proxies = { count: 1 };
    writeFileSync(join(home.folder, 'gateway.json'), JSON.stringify({ proxies }));
    issuer = await HubIssuer.open(home, address, placesOf(home));
    const from = async (place: string, word: string): Promise<number> => {
      const headers = {
        ...basic('library-desk', word),
        'x-forwarded-for': `198.51.100.9, ${place}`,
      };
      return (await ask(undefined, headers)).status;
    };
    for (let guess = 0; guess < 5; guess++) await from('192.0.2.1', `guess ${guess}`);

    expect(await from('192.0.2.1', secret)).toBe(429);
    expect(await from('192.0.2.2', secret)).toBe(200);
  });

  test('is not believed about where it is while no proxy is named', async () => {
    issuer = await HubIssuer.open(home, address, placesOf(home));
    const from = async (place: string, word: string): Promise<number> =>
      (await ask(undefined, { ...basic('library-desk', word), 'x-forwarded-for': place })).status;
    for (let guess = 0; guess < 5; guess++) await from(`192.0.2.${guess}`, `guess ${guess}`);

    expect(await from('192.0.2.9', secret)).toBe(429);
  });

  const grant = { grant_type: 'client_credentials' };
  const wrong: Readonly<Record<string, { form: Form | string; status: number; error: string }>> = {
    'asks for another grant': {
      form: { grant_type: 'password' },
      status: 400,
      error: 'unsupported_grant_type',
    },
    'asks for none': { form: {}, status: 400, error: 'unsupported_grant_type' },
    'says a thing twice': {
      form: 'grant_type=client_credentials&scope=a&scope=b',
      status: 400,
      error: 'invalid_request',
    },
    'proves itself twice': {
      form: { ...grant, client_secret: 'x' },
      status: 400,
      error: 'invalid_request',
    },
    'sends very much': {
      form: { ...grant, scope: 'x'.repeat(9000) },
      status: 413,
      error: 'invalid_request',
    },
  };

  test.each(Object.entries(wrong))('%s is refused', async (_, { form, status, error }) => {
    expect(await ask(form)).toMatchObject({ status, body: { error } });
  });

  test('asks by GET or as JSON is refused', async () => {
    const get = await fetch(address + issuerPaths.token);
    const json = await fetch(address + issuerPaths.token, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: '{}',
    });

    expect([get.status, json.status]).toEqual([405, 415]);
  });
});

describe('the keys', () => {
  const kidOf = (token: string): unknown => decodeProtectedHeader(token).kid;

  test('are for their owner alone, and no secret can be read from a file', async () => {
    const folder = join(home.keys, 'issuer');
    const client = join(home.folder, 'clients', 'library-desk.json');
    const files = [...readdirSync(folder).map((name) => join(folder, name)), client];

    expect(files.length).toBe(2);
    for (const file of files) expect(statSync(file).mode & 0o777).toBe(0o600);
    expect(readFileSync(client, 'utf8')).not.toContain(secret);
  });

  test('are published a minute before they sign, and old tokens stay good', async () => {
    const identity = new Identity(believedIn(home, issuer, log));
    const before = await tokenNow();

    const { made } = await (await SigningKeys.open(home)).rotate({ atOnce: false });
    await second();

    const published = await (await fetch(address + issuerPaths.keys)).text();
    expect(published).toContain(made);
    expect(kidOf(await tokenNow())).toBe(kidOf(before));
    expect((await identified(identity, before)).subject).toBe('library-desk');
  });

  test('that are no keys are named, and one that is taken away while it is read is passed over', async () => {
    const keys = await SigningKeys.open(home);
    const folder = join(home.keys, 'issuer');
    symlinkSync(join(folder, 'gone'), join(folder, 'taken-away.json'));
    await second();
    expect(keys.signing().kid).toBe(kidOf(await tokenNow()));

    writeFileSync(join(folder, 'half.json'), '{"kid":');

    await expect(SigningKeys.open(home)).rejects.toThrow('half.json is no key that signs tokens');
  });

  test('that are changed at once end every token', async () => {
    const identity = new Identity(believedIn(home, issuer, log));
    const before = await tokenNow();
    await identified(identity, before);

    const { made } = await (await SigningKeys.open(home)).rotate({ atOnce: true });
    await second();

    await expect(async () => identified(identity, before)).rejects.toMatchObject({ status: 401 });
    const after = await tokenNow();
    expect(kidOf(after)).toBe(made);
    expect((await identified(identity, after)).subject).toBe('library-desk');
  });
});

import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { type TestAuthority, openAuthority } from '@manabi/gateway/testing/certificate';
import { withinDeadline } from '@manabi/gateway/transport/deadline';
import type { SecureConnection } from '@manabi/gateway/transport/connection/dial';
import { httpTransport } from '@manabi/gateway/transport/http';
import { SubgraphOperation, SubgraphRequest } from '@manabi/gateway/transport/transport';
import { testDatabase } from '@manabi/kit/postgres/test-database';
import { afterAll, beforeAll, expect, test } from 'vitest';

const gatewayKey = 'a secret of the tests alone, 32 and more';
const packages = createRequire(import.meta.url);
const closing: (() => unknown)[] = [];

let authority: TestAuthority;
let port: string;

beforeAll(async () => {
  authority = openAuthority('The city');
  const folder = mkdtempSync(join(tmpdir(), 'manabi-tls-'));
  const { cert, key } = authority.issue('localhost');
  const files = { TLS_CERT: cert, TLS_KEY: key, TLS_CA: authority.cert };
  const named = Object.entries(files).map(([name, text]) => {
    writeFileSync(join(folder, name), text);
    return [name, join(folder, name)] as const;
  });
  const database = await testDatabase();
  const child = fork(
    packages.resolve('@manabi/kominkan/main').replace(/src([/\\])main\.ts$/, 'dist$1main.js'),
    [],
    {
      env: {
        ...process.env,
        DATABASE_URL: database.url,
        GATEWAY_KEY: gatewayKey,
        ...Object.fromEntries(named),
      },
      execArgv: [],
      stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    },
  );
  closing.push(
    () => rmSync(folder, { recursive: true }),
    () => database.drop(),
    () => ended(child),
  );
  const [told] = await once(child, 'message');
  // The only message that a service sends is its address.
  ({ port } = new URL((told as { url: string }).url));
});

afterAll(async () => {
  for (const close of closing.toReversed()) await close();
});

async function ended(child: ChildProcess): Promise<void> {
  child.kill('SIGTERM');
  await once(child, 'exit');
}

/** What a gateway with this certificate is answered. */
async function askWith(tls: SecureConnection): Promise<unknown> {
  const url = `https://localhost:${port}/graphql`;
  const way = httpTransport({ url, signingKey: gatewayKey, tls });
  const scope = { requestId: 'one', caller: { role: 'anonymous', scopes: [] } } as const;
  try {
    return await withinDeadline(10_000, undefined, (until) =>
      way.send(
        new SubgraphRequest(new SubgraphOperation('{ __typename }'), '{}', { ...scope, ...until }),
      ),
    );
  } catch (error) {
    return error instanceof Error && 'fault' in error ? error.fault : error;
  } finally {
    await way.close?.();
  }
}

test('a service with a certificate answers a gateway that shows one of the same authority', async () => {
  const answer = await askWith({ ca: authority.cert, ...authority.issue('gateway') });

  expect(answer).toMatchObject({ data: { __typename: 'Query' } });
});

test('whoever shows no certificate, or one of a stranger, is answered nothing', async () => {
  const stranger = openAuthority('Somebody').issue('gateway');

  // From TLS 1.3 on a client learns that it is refused after its first words.
  const refused = /^(tls-failed|reset-(before|after)-sending)$/;
  expect(await askWith({ ca: authority.cert })).toMatch(refused);
  expect(await askWith({ ca: authority.cert, ...stranger })).toMatch(refused);
});

test('a service with a certificate answers nobody who asks without TLS', async () => {
  await expect(fetch(`http://localhost:${port}/health`)).rejects.toThrow('fetch failed');
});

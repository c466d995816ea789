import { once } from 'node:events';
import { createServer, type Server, type ServerOptions } from 'node:https';
import { afterEach, beforeAll, describe, expect, test } from 'vitest';
import type { SubgraphSilent } from '../errors/gateway-error.js';
import { openAuthority, type TestAuthority, type TestCertificate } from '../testing/certificate.js';
import { closed, portOf, testKey } from '../testing/subgraph-server.js';
import { withinDeadline } from '../transport/deadline.js';
import { GuardedWay } from '../transport/guarded-way.js';
import type { SecureConnection } from '../transport/connection/dial.js';
import { httpTransport } from '../transport/http.js';
import { SubgraphOperation, SubgraphRequest, type Transport } from '../transport/transport.js';

// B7 of the list of faults: what may go wrong before a connection stands, with real sockets and certificates.

const query = new SubgraphOperation('{ a }');
const mutation = new SubgraphOperation('mutation { a }', 'mutation');
const hour = 3_600_000;

let authority: TestAuthority;
let stranger: TestAuthority;
let certificate: TestCertificate;
beforeAll(() => {
  authority = openAuthority('The city');
  stranger = openAuthority('Somebody');
  certificate = authority.issue('localhost');
});

const closing: (() => Promise<unknown> | undefined)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0).toReversed()) await close();
});

async function serveSecurely(options: ServerOptions): Promise<{ url: string; server: Server }> {
  const server = createServer(options, (message, response) => {
    message.resume();
    response.writeHead(200, { 'content-type': 'application/json' }).end('{"data":{"a":1}}');
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  closing.push(() => closed(server));
  return { url: `https://localhost:${portOf(server)}/graphql`, server };
}

function ask(url: string, tls?: SecureConnection, operation = query): Promise<unknown> {
  const transport: Transport = httpTransport({ url, signingKey: testKey, ...(tls && { tls }) });
  const way = new GuardedWay('benches', transport, { retries: { attempts: 1 } });
  closing.push(() => way.close());
  const scope = { requestId: 'one', caller: { role: 'anonymous', scopes: [] } } as const;
  return withinDeadline(10_000, undefined, (until) =>
    way.send(new SubgraphRequest(operation, '{}', { ...scope, ...until })),
  ).catch(({ code, fault }: SubgraphSilent) => [code, fault]);
}

const unreachable = (fault: string): string[] => ['SUBGRAPH_UNREACHABLE', fault];

describe('a connection that is never made', () => {
  test('because nobody knows the name is told as such', async () => {
    expect(await ask('http://no-such-host.invalid/')).toEqual(unreachable('name-unknown'));
  });

  test('because nobody listens is told as such, and did nothing of a mutation', async () => {
    const { url, server } = await serveSecurely(certificate);
    await closed(server);

    expect(await ask(url)).toEqual(unreachable('refused'));
    expect(await ask(url, undefined, mutation)).toEqual(unreachable('refused'));
  });
});

describe('a secure connection', () => {
  test('to the one who was meant is made', async () => {
    const { url } = await serveSecurely(certificate);

    expect(await ask(url, { ca: authority.cert })).toEqual({ data: { a: 1 } });
  });

  test('is made under the name of the certificate where the address has another', async () => {
    const { url } = await serveSecurely(authority.issue('benches.city.example'));

    const tls = { ca: authority.cert, servername: 'benches.city.example' };

    expect(await ask(url, tls)).toEqual({ data: { a: 1 } });
  });

  test('with a certificate that is out of date is not made', async () => {
    const past = { from: new Date(Date.now() - 2 * hour), until: new Date(Date.now() - hour) };
    const future = { from: new Date(Date.now() + hour), until: new Date(Date.now() + 2 * hour) };
    const [expired, early] = await Promise.all(
      [past, future].map((valid) => serveSecurely(authority.issue('localhost', valid))),
    );

    expect(await ask(expired!.url, { ca: authority.cert })).toEqual(
      unreachable('certificate-expired'),
    );
    expect(await ask(early!.url, { ca: authority.cert }, mutation)).toEqual(
      unreachable('certificate-expired'),
    );
  });

  test('with a certificate of another authority is not made', async () => {
    const { url } = await serveSecurely(certificate);

    expect(await ask(url, { ca: stranger.cert })).toEqual(unreachable('certificate-untrusted'));
    expect(await ask(url)).toEqual(unreachable('certificate-untrusted'));
  });

  test('with a certificate of another host is not made', async () => {
    const { url } = await serveSecurely(authority.issue('other.city.example'));

    expect(await ask(url, { ca: authority.cert })).toEqual(unreachable('certificate-of-another'));
  });

  test('to a server that speaks another protocol or an older version is not made', async () => {
    const other = await serveSecurely({ ...certificate, ALPNProtocols: ['spdy/1'] });
    const older = await serveSecurely({ ...certificate, maxVersion: 'TLSv1.2' });
    const tls = { ca: authority.cert };

    expect(await ask(other.url, tls)).toEqual(unreachable('tls-failed'));
    expect(await ask(older.url, { ...tls, minVersion: 'TLSv1.3' })).toEqual(
      unreachable('tls-failed'),
    );
    expect(await ask(older.url, tls)).toEqual({ data: { a: 1 } });
  });

  test('that asks who the gateway is takes its certificate, and nobody without one', async () => {
    const { url } = await serveSecurely({
      ...certificate,
      ca: authority.cert,
      requestCert: true,
      rejectUnauthorized: true,
    });
    const tls = { ca: authority.cert };

    expect(await ask(url, { ...tls, ...authority.issue('gateway') })).toEqual({ data: { a: 1 } });
    // TLS 1.3 lets a client speak before the server has judged its certificate.
    const broken = ['SUBGRAPH_UNREACHABLE', expect.stringMatching(/^(?:reset-|tls-)/)];
    expect(await ask(url, { ...tls, ...stranger.issue('gateway') })).toEqual(broken);
    expect(await ask(url, tls)).toEqual(broken);
  });
});

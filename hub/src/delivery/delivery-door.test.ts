import { once } from 'node:events';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { createServer, request as send } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';

import { Identity } from '@manabi/gateway/identity/identity';
import { kominkanSheet } from '@manabi/kit/import/mapping/department-workbooks.builder';
import { readColumnMap } from '@manabi/kit/import/mapping/column-map';
import { pino } from 'pino';
import { describe, expect, onTestFinished, test } from 'vitest';

import { believedIn } from '../issuer/believed.js';
import { Clients } from '../issuer/clients.js';
import { HubIssuer, issuerPaths } from '../issuer/issuer.js';
import { inboxOf } from './claim.js';
import { answerDelivery } from './delivery-door.js';
import { listAddress } from './delivery-link.js';
import { Intake } from './intake.js';
import { KeptMaps } from './kept-maps.js';
import { aTakingCity } from './open-taking-city.builder.js';
import { Uploads } from './upload.js';

const events =
  '番号,イベント名,開始日,場所名称\n1,俳句の会,令和13年12月4日,こだま公民館\n2,短歌の会,未定,こだま公民館\n';
const bytes = 20_000;
const usual = { bytes, idle: 30, slowest: 1_000 };

/** The address of deliveries of a city, with tokens of systems of two departments and of one that delivers for none. */
async function anAddress(bounds = usual) {
  const city = await aTakingCity('kominkan');
  const log = pino({ level: 'silent' });
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  // A server that listens on TCP has an address with a port.
  const address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const issuer = await HubIssuer.open(city.home, address);
  const intake = new Intake({ home: city.home, log, withPlaces: (task) => task(city.places) });
  const behind = {
    home: city.home,
    identity: new Identity(believedIn(city.home, issuer, log)),
    intake,
    uploads: new Uploads(city.home, () => bounds),
    standings: () => [],
  };
  server.on('request', (request, response) => {
    issuer
      .handle(request, response)
      .then((was) => was || answerDelivery(behind, request, response))
      .catch(() => response.destroy());
  });
  const clients = new Clients(city.home);
  const tokenOf = async (name: string, scopes: string[]): Promise<string> => {
    const secret = await clients.add({ name, role: 'department', scopes, purposes: [] });
    const answer = await fetch(address + issuerPaths.token, {
      method: 'POST',
      headers: { authorization: `Basic ${btoa(`${name}:${secret}`)}` },
      body: new URLSearchParams({ grant_type: 'client_credentials' }),
    });
    // The issuer answers a JSON object.
    return ((await answer.json()) as Record<string, string>)['access_token'] ?? '';
  };
  const tokens = {
    kominkan: await tokenOf('kominkan-desk', ['deliveries.kominkan']),
    library: await tokenOf('library-desk', ['deliveries.library']),
    other: await tokenOf('other-desk', ['talent.contact']),
  };
  const put = async (
    name: string,
    body: string | Uint8Array<ArrayBuffer>,
    options: { token?: string; headers?: Record<string, string> } = {},
  ) => {
    const { token = tokens.kominkan, headers = {} } = options;
    const answer = await fetch(`${address}/deliveries/${name}`, {
      method: 'PUT',
      headers: { ...(token && { authorization: `Bearer ${token}` }), ...headers },
      body,
    });
    // Every answer to a PUT is JSON.
    return {
      status: answer.status,
      headers: answer.headers,
      body: (await answer.json()) as Record<string, never>,
    };
  };
  const get = (path: string, headers: Record<string, string> = {}) =>
    fetch(address + path, { headers });
  return { city, address, tokens, put, get };
}

const bearing = (token: string) => ({ authorization: `Bearer ${token}` });

describe('an upload', () => {
  test('is taken at once, and its report is read at the address that it is answered with', async () => {
    const { city, put, get } = await anAddress();

    const { status, headers, body } = await put('events.csv', events);
    const report = await get(headers.get('location') ?? '');
    const page = await get(headers.get('location') ?? '', {
      accept: 'text/html,application/xhtml+xml',
    });
    const table = await get(((await report.clone().json()) as { table: string }).table);

    expect([status, body]).toMatchObject([
      201,
      { state: 'APPLIED', dataset: 'events', problem: null },
    ]);
    expect(await report.json()).toMatchObject({
      department: 'kominkan',
      way: 'UPLOAD',
      counts: { kominkan: { added: 1 } },
      rows: [
        { row: 2, column: '開始日', value: '令和13年12月4日', outcome: 'repaired' },
        { row: 3, outcome: 'setAside' },
        { row: 3 },
      ],
    });
    const text = await page.text();
    expect([page.status, page.headers.get('content-type')]).toEqual([
      200,
      'text/html; charset=utf-8',
    ]);
    expect(text).toContain('<td>令和13年12月4日</td>');
    expect(text).toContain('取り込みました');
    expect(page.headers.get('content-security-policy')).toContain("default-src 'none'");
    expect([table.headers.get('content-type'), (await table.text()).slice(0, 5)]).toEqual([
      'text/csv; charset=utf-8',
      '行,列,値',
    ]);
    expect(readdirSync(join(inboxOf(city.home, 'kominkan'), 'taken'))).toHaveLength(1);
  });

  test('of a whole list that withdraws much waits, and is taken when its department says so', async () => {
    const { put } = await anAddress();
    await put(
      'events.csv?mode=full',
      '番号,イベント名,開始日\n1,俳句の会,2031-12-04\n2,短歌の会,2031-12-05\n',
    );
    const half = '番号,イベント名,開始日\n1,俳句の会,2031-12-04\n';

    const waiting = await put('events.csv?mode=full', half);
    const confirmed = await put('events.csv?mode=full&confirm=yes', half);

    expect([waiting.body['state'], confirmed.body['state']]).toEqual(['WAITING', 'APPLIED']);
  });

  test('that names patrons is refused in words, and its file is deleted', async () => {
    const { city, put } = await anAddress();

    const { status, body } = await put(
      'patrons.csv',
      'イベント名,開始日,申込者氏名\n俳句の会,2031-12-04,山田花子\n',
    );

    expect([status, body]).toMatchObject([
      201,
      { state: 'REFUSED', problem: { code: 'PERSONAL_DATA', found: { headers: ['申込者氏名'] } } },
    ]);
    const kept = readdirSync(city.home.folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => readFileSync(join(entry.parentPath, entry.name), 'utf8'));
    expect(kept.filter((text) => text.includes('山田'))).toEqual([]);
  });

  test('without a token, with a bad one, of who delivers for none, or for another department is refused', async () => {
    const { put, tokens } = await anAddress();
    const answers = [
      await put('events.csv', events, { token: '' }),
      await put('events.csv', events, { token: 'a.b.c' }),
      await put('events.csv', events, { token: tokens.other }),
      await put('events.csv?department=sports', events),
    ];

    expect(answers.map(({ status, body }) => [status, body['error']])).toMatchObject([
      [401, { code: 'UNAUTHENTICATED' }],
      [401, { code: 'UNAUTHENTICATED' }],
      [403, { code: 'FORBIDDEN' }],
      [403, { code: 'FORBIDDEN' }],
    ]);
  });

  test('of what is no table, or under a name that is none, is refused before anything is written', async () => {
    const { city, put } = await anAddress();
    const wrong: readonly (readonly [string, Record<string, string>, number, string])[] = [
      ['..%2f..%2fkeys%2fgateway.csv', {}, 400, 'BAD_FILE_NAME'],
      ['.events.csv', {}, 400, 'BAD_FILE_NAME'],
      ['%00events.csv', {}, 400, 'BAD_FILE_NAME'],
      ['%ff.csv', {}, 400, 'BAD_FILE_NAME'],
      [`${'a'.repeat(300)}.csv`, {}, 400, 'BAD_FILE_NAME'],
      ['events.exe', {}, 415, 'UNSUPPORTED_TYPE'],
      [
        'events.csv',
        { 'content-type': 'multipart/form-data; boundary=x' },
        415,
        'UNSUPPORTED_TYPE',
      ],
      ['events.csv', { 'content-type': 'application/json' }, 415, 'UNSUPPORTED_TYPE'],
      ['events.csv', { 'content-encoding': 'gzip' }, 415, 'UNSUPPORTED_TYPE'],
      ['events.csv?mode=everything', {}, 400, 'BAD_PARAMETER'],
      ['events.csv?dataset=..%2fother', {}, 400, 'BAD_PARAMETER'],
      ['a/events.csv', {}, 404, 'NOT_FOUND'],
    ];

    const found = [];
    for (const [name, headers] of wrong) {
      const answer = await put(name, events, {
        headers: { 'content-type': 'text/csv', ...headers },
      });
      found.push([answer.status, answer.body['error']?.['code']]);
    }

    expect(found).toEqual(wrong.map(([, , status, code]) => [status, code]));
    expect(existsSync(inboxOf(city.home, 'kominkan'))).toBe(false);
  });

  test('that is too large is refused before and while it comes, and leaves nothing', async () => {
    const { city, put, address, tokens } = await anAddress();
    const large = 'x'.repeat(bytes + 1);

    const announced = await put('events.csv', large);
    const streamed = await new Promise<number>((resolve, reject) => {
      const headers = { ...bearing(tokens.kominkan), 'transfer-encoding': 'chunked' };
      const sending = send(
        `${address}/deliveries/events.csv`,
        { method: 'PUT', headers },
        (answer) => resolve(answer.statusCode ?? 0),
      );
      sending.on('error', reject);
      for (let part = 0; part < 4; part += 1) sending.write(large.slice(0, bytes / 2));
    });

    expect([announced.status, announced.body['error'], streamed]).toMatchObject([
      413,
      { code: 'TOO_LARGE' },
      413,
    ]);
    expect(readdirSync(join(inboxOf(city.home, 'kominkan'), '.receiving'))).toEqual([]);
  });

  test('that is broken off leaves nothing, and one beside it is sent away until it ends', async () => {
    const { city, put, address, tokens } = await anAddress();
    const headers = { ...bearing(tokens.kominkan), 'content-length': '1000' };
    const sending = send(`${address}/deliveries/events.csv`, { method: 'PUT', headers });
    sending.on('error', () => {});
    sending.write(events);
    const receiving = join(inboxOf(city.home, 'kominkan'), '.receiving');
    await expect.poll(() => existsSync(receiving) && readdirSync(receiving).length).toBe(1);

    const beside = await put('events.csv', events);
    sending.destroy();

    expect([beside.status, beside.body['error']]).toMatchObject([409, { code: 'CONFLICT' }]);
    await expect.poll(() => readdirSync(receiving)).toEqual([]);
    expect((await put('events.csv', events)).status).toBe(201);
  });

  test('that falls silent is told so, broken off, and leaves nothing', async () => {
    const { city, address, tokens } = await anAddress({ ...usual, idle: 0.3 });
    const headers = { ...bearing(tokens.kominkan), 'content-length': '1000' };

    const status = await new Promise<number>((resolve, reject) => {
      const sending = send(
        `${address}/deliveries/events.csv`,
        { method: 'PUT', headers },
        (answer) => resolve(answer.statusCode ?? 0),
      );
      sending.on('error', reject);
      sending.write(events);
    });

    expect(status).toBe(408);
    expect(readdirSync(join(inboxOf(city.home, 'kominkan'), '.receiving'))).toEqual([]);
  });

  test('of a workbook is read by the map that its department keeps', async () => {
    const { city, put } = await anAddress();
    const map = { kind: 'event', headers: ['№', '講座'], columns: { 講座: '名称' } };
    new KeptMaps(city.home).keep({
      department: 'kominkan',
      dataset: 'list',
      mode: 'delta',
      map: readColumnMap(map),
    });

    const sheet = kominkanSheet({ year: 2031, month: 12, renamed: { 講座: '題' } });
    const { body } = await put('list_202612.xlsx', new Uint8Array(sheet));

    expect(body).toMatchObject({ state: 'REFUSED', problem: { code: 'MAPPING_DIFFERS' } });
  });
});

describe('a report', () => {
  test('is read by its own department and by who has its address, and by nobody else', async () => {
    const { put, get, tokens } = await anAddress();
    const { body, headers } = await put('events.csv', events);
    const path = `/deliveries/${body['delivery']}`;

    const statuses = await Promise.all([
      get(path, bearing(tokens.kominkan)),
      get(headers.get('location') ?? ''),
      get(path),
      get(`${path}?key=guess`),
      get(path, bearing(tokens.library)),
      get(path, bearing(tokens.other)),
      get(`${path}.csv`),
      get(`${path}.csv`, bearing(tokens.kominkan)),
      get('/deliveries/..%2f..%2fkeys', bearing(tokens.kominkan)),
    ]);

    expect(statuses.map(({ status }) => status)).toEqual([
      200, 200, 401, 401, 404, 403, 401, 200, 404,
    ]);
  });

  test('shows what a file says as text, whatever it says', async () => {
    const { put, get } = await anAddress();
    const { headers } = await put(
      'events.csv',
      '番号,イベント名,開始日\n1,会,<script>alert(1)</script>\n',
    );

    const page = await (await get(headers.get('location') ?? '', { accept: 'text/html' })).text();

    expect(page).toContain('&lt;script&gt;');
    expect(page).not.toContain('<script');
  });

  test('stands in the list of its department, which is read by token or by the address of the list', async () => {
    const { city, put, get, tokens } = await anAddress();
    await put('events.csv', events);
    const { pathname, search } = new URL(listAddress(city.home, 'kominkan'));

    const mine = await get('/deliveries', bearing(tokens.kominkan));
    const theirs = await get('/deliveries', bearing(tokens.library));
    const page = await get(pathname + search, { accept: 'text/html' });
    const guessed = await get(`/deliveries?department=library&key=${search.split('key=')[1]}`);

    expect(await mine.json()).toMatchObject({
      department: 'kominkan',
      deliveries: [{ fileName: 'events.csv' }],
    });
    expect(await theirs.json()).toMatchObject({ department: 'library', deliveries: [] });
    expect(await page.text()).toContain('events.csv');
    expect(guessed.status).toBe(401);
  });

  test('is not written by a POST', async () => {
    const { address } = await anAddress();

    const answer = await fetch(`${address}/deliveries`, { method: 'POST', body: 'x' });

    expect([answer.status, answer.headers.get('allow')]).toEqual([405, 'GET, HEAD']);
  });
});

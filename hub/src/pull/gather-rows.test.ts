import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { type IncomingMessage, createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { expect, onTestFinished, test } from 'vitest';

import { gatherRows } from './gather-rows.js';
import { previewText } from './preview.js';
import { isDue } from './pull-schedule.js';
import { type Source, sourceIn, sourceNamed } from './source-files.js';
import { sourceStandings } from './source-standing.js';
import { keepState, sourceLines } from './source-state.js';

type Answer = (url: URL, request: IncomingMessage) => unknown;

/** A source of somebody else's that answers JSON; undefined breaks the connection. */
async function serving(answer: Answer): Promise<string> {
  const server = createServer((request, response) => {
    const said = answer(new URL(request.url ?? '/', 'http://source'), request);
    if (said === undefined) request.socket.destroy();
    else response.end(JSON.stringify(said));
  }).listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  onTestFinished(() => void server.close());
  // A server that listens on TCP has an address with a port.
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

function folderOfTest(): string {
  const folder = mkdtempSync(join(tmpdir(), 'manabi-source-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

const columns = { タイトル: '/title', ISBN: '/isbn' };

function declared(folder: string, said: object): Source {
  const file = join(folder, 'library-titles.json');
  writeFileSync(file, JSON.stringify({ kind: 'title', columns, ...said }));
  return sourceIn(file);
}

const book = (at: number) => ({ title: `本 ${at}`, isbn: `978400000000${at}`, kind: 'book' });

test.each([
  ['a next link', { next: { link: '/links/next' } }],
  ['page numbers', { next: { page: 'page' } }],
  ['a cursor', { next: { cursor: '/cursor', parameter: 'after' } }],
])('a source with %s is read to its end', async (_, said) => {
  const origin = await serving((url) => {
    const at = Number(url.searchParams.get('page') ?? url.searchParams.get('after') ?? 1);
    return {
      items: at <= 3 ? [book(at)] : [],
      links: { next: at < 3 ? `/?page=${at + 1}` : null },
      cursor: at < 3 ? String(at + 1) : '',
    };
  });
  const folder = folderOfTest();

  const { rows, file } = await gatherRows(
    declared(folder, { address: `${origin}/`, rows: '/items', ...said }),
    { folder },
  );

  expect(rows).toBe(3);
  expect(readFileSync(file, 'utf8')).toBe(
    '\uFEFFタイトル,ISBN\r\n本 1,9784000000001\r\n本 2,9784000000002\r\n本 3,9784000000003\r\n',
  );
});

test('a page that fails leaves the table of last time, and pages in a circle are no pages', async () => {
  let broken = false;
  const origin = await serving((url) => {
    const at = Number(url.searchParams.get('page') ?? 1);
    if (broken && at === 2) return undefined;
    return { items: [book(at)], next: at < 3 ? `/?page=${at + 1}` : null };
  });
  const folder = folderOfTest();
  const source = declared(folder, {
    address: `${origin}/`,
    rows: '/items',
    next: { link: '/next' },
  });
  const { file } = await gatherRows(source, { folder });
  const before = readFileSync(file, 'utf8');

  broken = true;
  await expect(gatherRows(source, { folder })).rejects.toMatchObject({ code: 'UNREACHABLE' });
  const ring = declared(folder, {
    address: `${origin}/?page=1`,
    rows: '/items',
    next: { link: '/items/0/me' },
  });
  expect((await gatherRows(ring, { folder: folderOfTest() })).rows).toBe(1);

  expect(readFileSync(file, 'utf8')).toBe(before);
});

test('secrets are read from a file or the environment, and sent', async () => {
  const seen: unknown[] = [];
  const origin = await serving((url, { headers }) => {
    seen.push(headers.authorization, url.searchParams.get('appkey'));
    return [book(1)];
  });
  const folder = folderOfTest();
  writeFileSync(join(folder, 'library.token'), 'from-a-file\n');
  process.env['TEST_APPKEY'] = 'from-outside';
  onTestFinished(() => void delete process.env['TEST_APPKEY']);
  const said = {
    address: `${origin}/`,
    rows: '',
    headers: { authorization: { file: 'library.token', before: 'Bearer ' } },
    parameters: { appkey: { environment: 'TEST_APPKEY' } },
  };

  await gatherRows(declared(folder, said), { folder });

  expect(seen).toEqual(['Bearer from-a-file', 'from-outside']);
  rmSync(join(folder, 'library.token'));
  await expect(gatherRows(declared(folder, said), { folder })).rejects.toThrow(
    'from the file library.token, which is missing or empty',
  );
});

/** A feed as RPDE has it: changes in order, two a page. */
function feedOf(items: () => readonly { id: number; state: string; data?: object }[]): Answer {
  return (url) => {
    const after = Number(url.searchParams.get('after') ?? 0);
    const page = items().slice(after, after + 2);
    return {
      items: page.map((item, at) => ({ ...item, kind: 'Book', modified: after + at })),
      next: `/feed?after=${after + page.length}`,
      license: 'https://creativecommons.org/licenses/by/4.0/',
    };
  };
}

test('of a feed only news are read, what is deleted goes, and a restart begins anew where it stood', async () => {
  const items: { id: number; state: string; data?: object }[] = [1, 2, 3].map((id) => ({
    id,
    state: 'updated',
    data: book(id),
  }));
  const asked: string[] = [];
  const answer = feedOf(() => items);
  const origin = await serving((url, request) => {
    asked.push(url.search);
    return answer(url, request);
  });
  const folder = folderOfTest();
  const source = declared(folder, {
    mode: 'rpde',
    address: `${origin}/feed`,
    columns: { タイトル: '/data/title', ISBN: '/data/isbn', ID: '/id' },
  });

  const first = await gatherRows(source, { folder });
  const again = await gatherRows(source, { folder });
  items.push(
    { id: 2, state: 'deleted' },
    { id: 1, state: 'updated', data: { title: '改訂', isbn: '' } },
  );
  asked.length = 0;
  const later = await gatherRows(source, { folder });

  expect([first, again, later].map(({ digest }) => digest !== undefined)).toEqual([
    true,
    false,
    true,
  ]);
  expect(asked).toEqual(['?after=3', '?after=5']);
  expect(readFileSync(later.file, 'utf8')).toBe(
    '\uFEFFタイトル,ISBN,ID\r\n本 3,9784000000003,3\r\n改訂,,1\r\n',
  );
});

test('a preview shows the rows of one page as they would be taken', async () => {
  const origin = await serving(() => ({ items: [book(1), { title: '' }], next: 'never asked' }));
  const folder = folderOfTest();
  const said = { address: `${origin}/`, rows: '/items', next: { link: '/next' } };

  const text = await previewText(
    declared(folder, { ...said, columns: { ...columns, 著者: '/nowhere' } }),
  );

  expect(text).toContain('2 rows on the first page');
  expect(text).toContain('Empty in every row (is the path right?): 著者');
  expect(text).toContain('1. repaired: タイトル=本 1 | ISBN=9784000000001');
});

test('a declaration with a fault is told by its key, with what was probably meant', () => {
  const folder = folderOfTest();

  expect(() => declared(folder, { adress: 'https://books.example', rows: '' })).toThrow(
    'did you mean "address"?',
  );
  expect(() =>
    declared(folder, {
      address: 'https://books.example',
      rows: '',
      columns: { 値段: '/p', タイトル: '/t' },
    }),
  ).toThrow('title has no such column');
  expect(() => sourceNamed({ folder, postgres: '', keys: '' }, 'other')).toThrow('there are: none');
});

test('a source is due by its minutes, sooner after a failure, and stale when it was long not good', () => {
  const home = { folder: folderOfTest(), postgres: '', keys: '' };
  const folder = join(home.folder, 'sources');
  rmSync(folder, { recursive: true, force: true });
  const triedAt = '2026-11-24T00:00:00.000Z';
  const after = (minutes: number) => new Date(Date.parse(triedAt) + minutes * 60_000);
  const source = declared(home.folder, {
    address: 'https://books.example',
    rows: '',
    everyMinutes: 60,
  });

  const never = isDue(home, source, after(0));
  keepState(home, source.name, { triedAt, goodAt: triedAt, state: 'APPLIED' });
  const good = [59, 60].map((minutes) => isDue(home, source, after(minutes)));
  keepState(home, source.name, { triedAt, failure: { code: 'TOO_SLOW', message: 'late' } });
  const failed = [4, 5].map((minutes) => isDue(home, source, after(minutes)));

  expect({ never, good, failed }).toEqual({
    never: true,
    good: [false, true],
    failed: [false, true],
  });
  expect(sourceLines(home, after(1))).toEqual([]);
});

test('what was not pulled for twice its time is late for those who own it', () => {
  const home = { folder: folderOfTest(), postgres: '', keys: '' };
  mkdirSync(join(home.folder, 'sources'));
  const said = { address: 'https://books.example', rows: '', everyMinutes: 60 };
  const { name } = declared(join(home.folder, 'sources'), said);
  const goodAt = '2026-11-24T00:00:00.000Z';
  const at = (minutes: number) =>
    sourceStandings(home, new Date(Date.parse(goodAt) + minutes * 60_000));

  keepState(home, name, { triedAt: goodAt, goodAt, state: 'APPLIED' });
  const inTime = at(119);
  const late = at(121);
  keepState(home, name, { triedAt: goodAt, goodAt, state: 'WAITING' });
  const waiting = at(1);

  const about = { department: 'library', dataset: 'library-titles', lastGood: goodAt };
  expect(inTime).toEqual([]);
  expect(late).toMatchObject([{ ...about, kind: 'LATE', since: '2026-11-24T02:00:00.000Z' }]);
  // A delivery of one department that waits has a record of its own.
  expect(waiting).toEqual([]);
});

import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { type IncomingMessage, createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { SourcePages } from '@manabi/kit/pull/source-pages';
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

test('the next page is asked for while one is worked on, one at a time, and none beyond the one that a preview shows', async () => {
  const asked: string[] = [];
  const [later, ask] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
  const origin = await serving((url) => {
    const at = Number(url.searchParams.get('page') ?? 1);
    asked.push(String(at));
    if (at === 2) ask.resolve();
    return { items: [book(at)], next: at < 3 ? `/?page=${at + 1}` : null };
  });
  const source = declared(folderOfTest(), {
    address: `${origin}/`,
    rows: '/items',
    next: { link: '/next' },
  });
  const pages = new SourcePages(source.declared, { folder: source.folder, environment: {} });
  onTestFinished(() => pages.close());

  const working = (async () => {
    for await (const _ of pages.all()) await later.promise;
  })();
  await ask.promise;
  const whileWorking = [...asked];
  later.resolve();
  await working;
  const all = asked.splice(0);
  await previewText(source);

  expect({ whileWorking, all, previewed: asked }).toEqual({
    whileWorking: ['1', '2'],
    all: ['1', '2', '3'],
    previewed: ['1'],
  });
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
    limits: { tries: 1 },
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

/** Pages of two rows each of a list that may change between two questions. */
function listOf(rows: () => readonly object[], onPage: (at: number) => void = () => {}): Answer {
  return (url) => {
    const at = Number(url.searchParams.get('offset') ?? 0);
    onPage(at);
    const all = rows();
    const page = all.slice(at, at + 2);
    return {
      total: all.length,
      items: page,
      next: at + 2 < all.length ? `/?offset=${at + 2}` : null,
    };
  };
}

test.each<[string, object, (list: object[]) => void]>([
  ['moves to the front', { key: '/isbn' }, (list) => list.unshift(...list.splice(4, 1))],
  ['before it is taken away', { total: '/total' }, (list) => void list.shift()],
  [
    'before it is taken away, of rows with numbers',
    { key: '/isbn', total: '/total' },
    (list) => void list.shift(),
  ],
])(
  'a list in which a row %s while it is read is read again, until it is whole',
  async (_, said, change) => {
    const list: object[] = [1, 2, 3, 4, 5].map(book);
    let isChanged = false;
    const origin = await serving(
      listOf(
        () => list,
        (at) => {
          if (at !== 2 || isChanged) return;
          isChanged = true;
          change(list);
        },
      ),
    );
    const folder = folderOfTest();
    const declaration = { address: `${origin}/`, rows: '/items', next: { link: '/next' }, ...said };

    const { rows, file } = await gatherRows(declared(folder, declaration), { folder });

    expect(rows).toBe(list.length);
    const text = readFileSync(file, 'utf8');
    for (const row of list) expect(text).toContain(Object.values(row)[0]);
  },
);

test('a list that never holds as many rows as it says is refused, and one that turns no page is told', async () => {
  const origin = await serving(() => ({ total: 7, items: [book(1), book(2)] }));
  const folder = folderOfTest();
  const said = { address: `${origin}/`, rows: '/items' };

  await expect(
    gatherRows(declared(folder, { ...said, total: '/total' }), { folder }),
  ).rejects.toThrow('says that it has 7 rows ("total"), and gave 2');
  await expect(
    gatherRows(declared(folder, { ...said, next: { page: 'p' } }), { folder }),
  ).rejects.toThrow('with the same rows. See "next"');
});

test('a page that fails is asked again, a list ends where it says so, and a link keeps its own parameters', async () => {
  const asked: string[] = [];
  const answer = listOf(() => [1, 2, 3].map(book));
  const server = createServer((request, response) => {
    const url = new URL(request.url ?? '/', 'http://source');
    asked.push(url.search);
    if (asked.length === 2) return response.writeHead(429, { 'retry-after': '0' }).end('<html>');
    if (asked.length === 3) return response.writeHead(503).end();
    return response.end(JSON.stringify(answer(url, request)));
  }).listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  onTestFinished(() => void server.close());
  // A server that listens on TCP has an address with a port.
  const address = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
  const folder = folderOfTest();
  const parameters = { offset: { text: '0' }, limit: { text: '2' } };
  const said = { address, rows: '/items', total: '/total', parameters };

  const byLink = await gatherRows(declared(folder, { ...said, next: { link: '/next' } }), {
    folder,
  });
  const byNumber = await gatherRows(
    declared(folder, { ...said, next: { page: 'offset', first: 0, step: 2 } }),
    { folder },
  );

  expect([byLink.rows, byNumber.rows]).toEqual([3, 3]);
  expect(asked).toEqual([
    '?offset=0&limit=2',
    ...Array(3).fill('?offset=2&limit=2'),
    '?offset=0&limit=2',
    '?offset=2&limit=2',
  ]);
});

test('of a list that tells what changed only that is asked for, what is gone goes, and once a day it is read whole', async () => {
  let list: object[] = [1, 2, 3].map(book);
  const asked: (string | null)[] = [];
  const origin = await serving((url) => {
    asked.push(url.searchParams.get('updated_after'));
    return list;
  });
  const folder = folderOfTest();
  const source = declared(folder, {
    address: `${origin}/`,
    rows: '',
    key: '/isbn',
    since: { parameter: 'updated_after', gone: { '/status': 'deleted' } },
  });

  await gatherRows(source, { folder });
  list = [{ ...book(2), status: 'deleted' }, { ...book(3), title: '改訂' }, book(4)];
  const { rows, file } = await gatherRows(source, { folder });
  const changed = readFileSync(file, 'utf8');
  const copy = join(folder, 'copy.jsonl');
  const dayAgo = new Date(Date.now() - 25 * 60 * 60 * 1000).toISOString();
  writeFileSync(
    copy,
    readFileSync(copy, 'utf8').replace(/"wholeAt":"[^"]+"/, `"wholeAt":"${dayAgo}"`),
  );
  list = [book(5)];
  const whole = await gatherRows(source, { folder });

  expect(rows).toBe(3);
  expect(changed).toContain('本 1,9784000000001\r\n改訂,9784000000003\r\n本 4,9784000000004');
  expect(whole.rows).toBe(1);
  expect(asked.map((since) => since !== null)).toEqual([false, true, false]);
  const overlap = Date.now() - Date.parse(asked[1] ?? '');
  expect(overlap).toBeGreaterThanOrEqual(5 * 60_000);
  expect(overlap).toBeLessThan(6 * 60_000);
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

test('items of two kinds with one number are two, and a feed that was set back is found within a day', async () => {
  const data = (at: number) => ({ state: 'updated', data: book(at) });
  let page: object[] = [
    { id: 1, kind: 'Book', modified: 1, ...data(1) },
    { id: 1, kind: 'Disc', modified: 2, state: 'deleted' },
    { id: 2, kind: 'Book', modified: 3, ...data(2) },
  ];
  const origin = await serving((url) => {
    const isFirst = !url.searchParams.has('after');
    return { items: isFirst ? page : [], next: isFirst ? '/feed?after=9' : url.href.slice(13) };
  });
  const folder = folderOfTest();
  const source = declared(folder, {
    mode: 'rpde',
    address: `${origin}/feed`,
    columns: { タイトル: '/data/title', ISBN: '/data/isbn' },
  });

  const first = await gatherRows(source, { folder });
  page = [{ id: 7, kind: 'Book', modified: 1, ...data(7) }];
  const soon = await gatherRows(source, { folder });
  const copy = join(folder, 'copy.jsonl');
  const dayAgo = new Date(Date.now() - 25 * 60 * 60 * 1000).toISOString();
  writeFileSync(
    copy,
    readFileSync(copy, 'utf8').replace(/"wholeAt":"[^"]+"/, `"wholeAt":"${dayAgo}"`),
  );
  const later = await gatherRows(source, { folder });

  expect([first.rows, soon.rows, later.rows]).toEqual([2, 2, 1]);
  expect(readFileSync(later.file, 'utf8')).toContain('本 7');
});

test('a feed whose next page is the same again, because many items changed at one moment, is told how to go on', async () => {
  const items = [1, 2].map((id) => ({
    id,
    kind: 'Book',
    modified: 5,
    state: 'updated',
    data: book(id),
  }));
  const origin = await serving(() => ({ items, next: '/feed?afterTimestamp=5' }));
  const folder = folderOfTest();
  const source = declared(folder, {
    mode: 'rpde',
    address: `${origin}/feed`,
    columns: { タイトル: '/data/title', ISBN: '/data/isbn' },
  });

  await expect(gatherRows(source, { folder })).rejects.toThrow('afterTimestamp and afterId');
});

test('a preview shows the rows of one page as they would be taken', async () => {
  const origin = await serving(() => ({ items: [book(1), { title: '' }], next: 'never asked' }));
  const folder = folderOfTest();
  const said = { address: `${origin}/`, rows: '/items', next: { link: '/next' } };

  const text = await previewText(
    declared(folder, { ...said, columns: { ...columns, 著者: '/nowhere' } }),
  );

  expect(text).toContain('2 rows on the first page');
  expect(text).toMatch(/^The next page: .*\/never%20asked$/m);
  expect(text).toContain('Neither "key" nor "total" is declared');
  const alone = declared(folder, { ...said, next: { link: '/pages/next' } });
  expect(await previewText(alone)).toContain('nothing stands at "/pages/next"');
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
  const failure = { code: 'REFUSED', message: '429' };
  keepState(home, source.name, { triedAt, failure, notBefore: after(40).toISOString() });
  const asked = [39, 40].map((minutes) => isDue(home, source, after(minutes)));

  expect({ never, good, failed, asked }).toEqual({
    never: true,
    good: [false, true],
    failed: [false, true],
    asked: [false, true],
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

import { parse } from 'csv-parse/sync';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { ledgerEntries, ledgerGraph, ledgerState } from '../testing/ledger.js';
import { openMarket, type OpenMarket } from '../testing/open-market.js';
import type { GraphAnswer } from '../pipeline/graph-answer.js';
import type { Fault } from '../testing/subgraph-server.js';

let market: OpenMarket;
beforeAll(async () => {
  market = await openMarket({}, ledgerGraph);
});
afterAll(() => market.close());
beforeEach(() => {
  ledgerState.entries = ledgerEntries;
  for (const subgraph of market.subgraphs.values()) subgraph.fault = undefined;
});

function ask(query: string, parameters: string, headers = {}): Promise<Response> {
  return fetch(`${market.url}?${parameters}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify({ query }),
  });
}

async function errorsOf(response: Response): Promise<NonNullable<GraphAnswer['errors']>> {
  expect(response.headers.get('content-type')).toMatch(/^application\/graphql-response\+json/);
  // The gateway's answers have this shape; the tests look at what is in it.
  return ((await response.json()) as GraphAnswer).errors ?? [];
}

const silent: Fault = (response) => response.destroy();
const shelves = '{ entries { edges { node { id cellar { shelf } } } } }';

describe('which list becomes a table', () => {
  test('is clear where there is one', async () => {
    const response = await ask('{ names }', 'format=csv');

    expect(await response.text()).toBe('names\r\na\r\nb\r\n');
  });

  test('has to be said where there are several', async () => {
    const document =
      '{ entries { edges { node { id } } kinds } names book(id: 1) { pages { name } } }';
    const response = await ask(document, 'format=csv');
    const [error] = await errorsOf(response);

    expect(response.status).toBe(400);
    expect(error?.message).toContain(
      'list=entries.edges, list=entries.kinds, list=names, list=book.pages',
    );
    expect(error?.extensions['lists']).toHaveLength(4);
    const chosen = await ask(document, 'format=csv&list=entries');
    expect(parse(await chosen.text(), { bom: true })).toEqual([['id'], ['e1'], ['e2'], ['e3']]);
    expect(await (await ask(document, 'format=csv&list=book.pages')).text()).toBe('name\r\np\r\n');
  });

  test.each([
    ['{ one { id } }', 'format=csv', 'no list'],
    ['{ names }', 'format=csv&list=other', 'no list "other"'],
    ['{ names }', 'format=csv&rows=other', 'no list "other"'],
    [
      '{ entries { edges { rank node { rank: id } } } }',
      'format=csv&rows=rank',
      'hold no list "rank"',
    ],
    [
      '{ entries { edges { cursor node { edge: cellar { cursor: id } } } } }',
      'format=csv',
      'alias',
    ],
    ['mutation { write(title: "x") { id } }', 'format=csv', 'this is a mutation'],
  ])('is refused: %s %s', async (document, parameters, said) => {
    const response = await ask(document, parameters);

    expect(response.status).toBe(400);
    expect((await errorsOf(response))[0]?.message).toContain(said);
  });

  test.each([
    ['format=pdf', '`format` is one of: csv, ndjson, xlsx, parquet'],
    ['format=csv&format=xlsx', '`format` came 2 times'],
    ['format=csv&pages=some', '`pages` is one of'],
    ['format=csv&list=a..b', '`list` is a path'],
  ])('has to be said in words we know: %s', async (parameters, said) => {
    const response = await ask('{ names }', parameters);

    expect(response.status).toBe(400);
    expect((await errorsOf(response))[0]?.message).toContain(said);
  });
});

test('each item of an inner list becomes a row where that is asked', async () => {
  const document = '{ entries { edges { node { id parts { name size } words } } } }';
  const parts = await ask(document, 'format=csv&rows=parts');
  const words = await ask(document, 'format=csv&rows=words');

  expect(parse(await parts.text(), { bom: true })).toEqual([
    ['id', 'parts.name', 'parts.size', 'words'],
    ['e1', 'lid', '1', 'tea;"hot; water";"";'],
    ['e1', '', '2', 'tea;"hot; water";"";'],
    ['e2', '', '', ''],
    ['e3', '', '', ''],
  ]);
  expect(parse(await words.text(), { bom: true })).toHaveLength(7);
});

describe('what could not be answered', () => {
  test('is told in an empty column where nothing is missing', async () => {
    const response = await ask(shelves, 'format=ndjson&partial=true');
    const [row] = (await response.text()).split('\n');

    expect(JSON.parse(row ?? '')).toEqual({
      id: 'e1',
      'cellar.shelf': 'shelf of e1',
      _errors: null,
    });
  });

  test('is no empty cell: there is no table then', async () => {
    market.subgraphs.get('cellar')!.fault = silent;
    const response = await ask(shelves, 'format=csv');
    const [first, second] = await errorsOf(response);

    expect(response.status).toBe(502);
    expect(first?.message).toMatch(/would miss 3 values.*silent: cellar.*partial=true/);
    expect(second?.path).toEqual(['entries', 'edges', 0, 'node', 'cellar', 'shelf']);
  });

  test('is told row by row to who takes what there is', async () => {
    ledgerState.entries = Array.from({ length: 100 }, () => ledgerEntries[0]!);
    market.subgraphs.get('cellar')!.fault = silent;
    const document = shelves.replace('entries', 'entries(first: 100)');
    const response = await ask(document, 'format=csv&partial=true');
    const rows = parse(await response.text(), { bom: true });

    expect(response.status).toBe(200);
    expect(response.headers.get('x-graphql-errors')).toBe('100');
    expect(response.headers.get('x-table-silent')).toBe('cellar');
    expect(rows[0]).toEqual(['id', 'cellar.id', 'cellar.shelf', '_errors'].toSpliced(1, 1));
    expect(rows).toHaveLength(101);
    expect(
      rows.slice(1).filter(([, , error]) => error === 'node.cellar.shelf: SUBGRAPH_UNREACHABLE'),
    ).toHaveLength(100);
  });

  test('is told to who prefers leniency, too, which the answer says', async () => {
    market.subgraphs.get('cellar')!.fault = silent;
    const lenient = await ask(shelves, 'format=csv', { prefer: 'wait=5, handling=lenient' });
    const strict = await ask(shelves, 'format=csv&partial=false', { prefer: 'handling=lenient' });

    expect([lenient.status, strict.status]).toEqual([200, 502]);
    expect(lenient.headers.get('preference-applied')).toBe('handling=lenient');
    expect(await lenient.text()).toContain('_errors');
  });

  test('is no empty table: a list that is missing is refused, whatever is taken', async () => {
    market.subgraphs.get('ledger')!.fault = silent;
    const response = await ask(shelves, 'format=csv&partial=true');

    expect(response.status).toBe(502);
    expect((await errorsOf(response))[0]?.message).toContain('The list of the table');
  });
});

describe('what the caller may not see', () => {
  test('is an empty column that is named', async () => {
    const document = '{ entries { edges { node { id ... on Sale { secret } } } } }';
    const response = await ask(document, 'format=csv');
    const rows = parse(await response.text(), { bom: true });

    expect(response.status).toBe(200);
    expect(rows[1]).toEqual(['e1', '']);
    expect(response.headers.get('x-table-withheld')).toBe('secret');
    expect(response.headers.get('x-graphql-errors')).toBe('0');
  });

  test('and takes more with it than its column is no empty column', async () => {
    const response = await ask('{ guarded { open vault { gold key } } }', 'format=csv');
    const taken = await ask('{ guarded { open vault { gold key } } }', 'format=csv&partial=true');

    expect(response.status).toBe(502);
    expect(parse(await taken.text(), { bom: true })[1]).toEqual([
      'yes',
      '',
      '',
      'vault.gold: UNAUTHENTICATED',
    ]);
  });

  test('is refused where it is the list itself', async () => {
    const response = await ask('{ private { id } }', 'format=csv');

    expect(response.status).toBe(401);
    expect(response.headers.get('www-authenticate')).toBe('Bearer');
    expect((await errorsOf(response))[0]?.extensions.code).toBe('UNAUTHENTICATED');
  });
});

describe('a table is guarded as JSON is', () => {
  test('against pages of others', async () => {
    const address = `${market.url}?format=csv&query=${encodeURIComponent('{ names }')}`;
    const forged = await fetch(address);
    const asked = await fetch(address, { headers: { 'graphql-require-preflight': 'yes' } });
    const form = await ask('{ names }', 'format=csv', { 'content-type': 'text/plain' });

    expect(forged.status).toBe(400);
    expect(asked.status).toBe(200);
    expect(form.status).toBe(415);
  });

  test('against documents that are not trusted', async () => {
    const closed = await openMarket({ mode: 'production', contract: 'public' }, ledgerGraph);
    try {
      const response = await fetch(`${closed.url}?format=xlsx`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ query: '{ names }' }),
      });

      expect(response.status).toBe(400);
      expect((await errorsOf(response))[0]?.extensions.code).toBe('DOCUMENT_NOT_TRUSTED');
    } finally {
      await closed.close();
    }
  });

  test('against what is not valid, before anything is asked', async () => {
    const response = await ask('{ nothing }', 'format=parquet', { accept: 'application/json' });

    expect(response.status).toBe(400);
    expect((await errorsOf(response))[0]?.extensions.code).toBe('VALIDATION_FAILED');
  });
});

import { parse } from 'csv-parse/sync';
import { parquetMetadata, parquetReadObjects } from 'hyparquet';
import readWorkbook from 'read-excel-file/node';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { ledgerEntries, ledgerGraph, ledgerState } from '../testing/ledger.js';
import { openMarket, type OpenMarket } from '../testing/open-market.js';

let market: OpenMarket;
beforeAll(async () => {
  market = await openMarket({ tables: { timeZone: 'Asia/Tokyo' } }, ledgerGraph);
});
afterAll(() => market.close());
beforeEach(() => {
  ledgerState.entries = ledgerEntries;
  for (const subgraph of market.subgraphs.values()) subgraph.fault = undefined;
});

interface Sent {
  query: string;
  variables?: Record<string, unknown>;
  parameters?: string;
  accept?: string;
}

function send({ query, variables, parameters = '', accept = '*/*' }: Sent): Promise<Response> {
  return fetch(`${market.url}${parameters && `?${parameters}`}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', accept },
    body: JSON.stringify({ query, variables }),
  });
}

const everything = `query Everything { entries { edges { cursor node {
  id name: title seats price isOpen at day kind words parts { name size }
  ... on Sale { buyer } ... on Gift { giver }
} } } }`;

const columns = [
  'edge.cursor',
  'id',
  'name',
  'seats',
  'price',
  'isOpen',
  'at',
  'day',
  'kind',
  'words',
  'parts.name',
  'parts.size',
  'buyer',
  'giver',
];

describe('CSV', () => {
  test('holds every value, and tells nothing from an empty text', async () => {
    const response = await send({ query: everything, accept: 'text/csv' });
    const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(await response.arrayBuffer());

    expect(response.status).toBe(200);
    expect(response.headers.get('content-type')).toMatch(/^text\/csv/);
    expect(response.headers.get('content-disposition')).toBe(
      `attachment; filename="Everything.csv"; filename*=UTF-8''Everything.csv`,
    );
    expect(response.headers.get('x-content-type-options')).toBe('nosniff');
    expect(text.startsWith(`\u{FEFF}${columns.join(',')}\r\n`)).toBe(true);
    expect(text).toContain('2,e2,"",,-1,false,,,,"","","",,"鍋の会\nと友人"\r\n');
    const rows = parse(text, { bom: true });
    expect(rows[1]).toEqual([
      '1',
      'e1',
      'Kettle, "large"; blue',
      '3',
      '2.5',
      'true',
      '2026-12-27T01:00:00.000Z',
      '2026-12-27',
      'SOLD',
      'tea;"hot; water";"";',
      'lid;',
      '1;2',
      `'=HYPERLINK("http://example.invalid")`,
      '',
    ]);
    expect(rows[3]?.slice(1, 5)).toEqual(['e3', '', '-2', '']);
    expect(rows[3]?.at(-1)).toBe("'+81 3");
  });

  test('keeps formulas when it is told to', async () => {
    const response = await send({ query: everything, parameters: 'format=csv&formulas=keep' });

    expect(await response.text()).toContain('"=HYPERLINK(""http://example.invalid"")"');
  });

  test('has the same columns without rows', async () => {
    ledgerState.entries = [];
    const response = await send({ query: everything, parameters: 'format=csv' });

    expect(parse(await response.text(), { bom: true })).toEqual([columns]);
  });
});

test('NDJSON keeps types and lists', async () => {
  const response = await send({ query: everything, accept: 'application/x-ndjson' });
  const rows = (await response.text())
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line));

  expect(Object.keys(rows[0])).toEqual(columns);
  expect(rows[0]).toMatchObject({
    seats: 3,
    isOpen: true,
    words: ['tea', 'hot; water', '', null],
    'parts.name': ['lid', null],
    giver: null,
  });
  expect(rows[1]).toMatchObject({ name: '', seats: null, words: [], buyer: null });
  expect(rows[2]).toMatchObject({ name: null, words: null });
});

test('a workbook holds numbers, dates of its zone, texts that are no formulas, and notes', async () => {
  const response = await send({ query: everything, parameters: 'format=xlsx' });
  const file = Buffer.from(await response.arrayBuffer());
  const [table, notes] = await readWorkbook(file);

  expect(response.headers.get('x-table-rows')).toBe('3');
  expect(table?.data[0]).toEqual(columns);
  expect(table?.data[1]).toEqual([
    '1',
    'e1',
    'Kettle, "large"; blue',
    3,
    2.5,
    true,
    new Date('2026-12-27T10:00:00.000Z'),
    new Date('2026-12-27T00:00:00.000Z'),
    'SOLD',
    'tea;"hot; water";"";',
    'lid;',
    '1;2',
    '=HYPERLINK("http://example.invalid")',
    null,
  ]);
  const told = new Map(notes?.data.map(([what, is]) => [String(what), is]));
  expect(told.get('Rows（行数）')).toBe('3');
  expect(told.get('Document（質問の全文）')).toBe(everything);
  expect(told.get('Time zone（日時の時間帯）')).toBe('Asia/Tokyo');
});

test('Parquet has the types of the graph, and the question with it', async () => {
  const response = await send({ query: everything, accept: 'application/vnd.apache.parquet' });
  const file = await response.arrayBuffer();
  const { schema, key_value_metadata: told } = parquetMetadata(file);
  const rows = await parquetReadObjects({ file });

  const types = new Map(
    schema.map(({ name, type, converted_type }) => [name, [type, converted_type]]),
  );
  expect(types.get('seats')).toEqual(['INT32', undefined]);
  expect(types.get('price')).toEqual(['DOUBLE', undefined]);
  expect(types.get('isOpen')).toEqual(['BOOLEAN', undefined]);
  expect(types.get('at')).toEqual(['INT64', 'TIMESTAMP_MILLIS']);
  expect(types.get('day')).toEqual(['INT32', 'DATE']);
  expect(types.get('kind')).toEqual(['BYTE_ARRAY', 'UTF8']);
  expect(rows).toHaveLength(3);
  expect(rows[0]).toMatchObject({
    id: 'e1',
    seats: 3,
    price: 2.5,
    isOpen: true,
    at: new Date('2026-12-27T01:00:00.000Z'),
    day: new Date('2026-12-27T00:00:00.000Z'),
    words: 'tea;"hot; water";"";',
  });
  expect(rows[1]).toMatchObject({ name: '', seats: null, at: null, words: '' });
  expect(rows[2]).toMatchObject({ name: null, seats: -2, words: null });
  expect(told?.find(({ key }) => key.startsWith('Document'))?.value).toBe(everything);
});

test('Parquet without rows has its columns', async () => {
  ledgerState.entries = [];
  const response = await send({ query: everything, parameters: 'format=parquet' });
  const metadata = parquetMetadata(await response.arrayBuffer());

  expect(metadata.num_rows).toBe(0n);
  expect(metadata.schema.slice(1).map(({ name }) => name)).toEqual(columns);
});

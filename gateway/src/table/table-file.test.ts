import { afterEach, expect, test } from 'vitest';
import { RequestRefused } from '../errors/gateway-error.js';
import type { AskedTable } from './asked-table.js';
import { fileWriter } from './table-file.js';
import type { TableShape } from './table-shape.js';
import type { TableWriter } from './table-writer.js';

const asked: AskedTable = {
  format: 'xlsx',
  list: undefined,
  rows: undefined,
  pages: 'all',
  isPartWelcome: false,
  keepsFormulas: false,
};
const column = {
  name: 'a',
  isList: false,
  isWithheld: false,
  steps: [],
  lists: 0,
  isOfItem: false,
};
const shapeOf = (kind: 'text' | 'moment' | 'whole'): TableShape => ({
  list: 'a',
  path: ['a'],
  operationName: undefined,
  columns: [{ ...column, kind }],
  multiplied: undefined,
  pages: {
    isThere: () => true,
    hasMore: () => false,
    next: () => ({}),
    refuseUnlessWalkable: () => undefined,
  },
  withheld: new Set(),
  signature: '',
});

let writer: TableWriter;
afterEach(() => writer.close());

function open(kind: 'text' | 'moment' | 'whole', memory = 512): TableWriter {
  writer = fileWriter('xlsx', { shape: shapeOf(kind), asked }, { memory, timeZone: 'UTC' });
  return writer;
}

test('a workbook that takes more memory than it may is refused, and the gateway goes on', async () => {
  const { begin, rows } = open('text', 8);
  const fill = async (): Promise<void> => {
    await begin();
    for (let page = 0; page < 1_000; page += 1) {
      await rows(Array.from({ length: 100 }, (_, row) => [`${page} ${row} ${'x'.repeat(30_000)}`]));
    }
  };

  await expect(fill()).rejects.toBeInstanceOf(RequestRefused);
});

test.each([
  ['moment', 'yesterday'],
  ['whole', 'three'],
] as const)('a value that is no %s is refused rather than lost', async (kind, value) => {
  const { rows } = open(kind);

  await expect((async () => rows([[value]]))()).rejects.toThrow(`no ${kind}`);
});

test('a thread that was ended in the middle says so', async () => {
  const { begin, rows, close } = open('text');
  await begin();
  close();

  await expect((async () => rows([['x']]))()).rejects.toThrow('ended in the middle');
});

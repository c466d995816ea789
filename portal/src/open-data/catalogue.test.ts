import jsonld from 'jsonld';
import { expect, test } from 'vitest';

import { writtenJson } from '../linked-data/json-object.js';
import { catalogue } from './catalogue.js';
import type { DataList } from './data-list.js';
import { turtleOf } from './catalogue-turtle.js';
import { openDataPage } from './open-data-page.js';
import { sheets } from './sheets.js';

const city = {
  code: '132292',
  prefecture: '東京都',
  city: '西東京市',
  address: 'https://manabi.example.jp',
};

const list: DataList = {
  state: { key: 'a', since: new Date('2026-12-01T00:00:00Z'), readAt: null },
  sheets: sheets.map((sheet) => ({
    sheet,
    publisher: '生涯学習情報センター',
    count: { rows: 12, isExact: true, samples: sheet.name === 'event' ? 12 : 0 },
  })),
};

test('the catalogue is read as DCAT by a library that others wrote, without asking anybody', async () => {
  const graph = await jsonld.expand(JSON.parse(writtenJson(catalogue(list, city))) as object, {
    documentLoader: (url) => Promise.reject(new Error(`${url} was asked.`)),
  });

  const dcat = 'http://www.w3.org/ns/dcat#';
  const [{ [`${dcat}dataset`]: datasets = [] }] = graph as [Record<string, unknown[]>];
  const files = datasets.flatMap(
    (each) => (each as Record<string, unknown[]>)[`${dcat}distribution`] ?? [],
  );
  const addresses = files.map(
    (each) => (each as Record<string, { '@id': string }[]>)[`${dcat}downloadURL`]?.[0]?.['@id'],
  );
  expect(datasets).toHaveLength(sheets.length);
  expect(addresses).toContain(
    'https://manabi.example.jp/open-data/132292_event.csv?edition=older&encoding=cp932',
  );
});

test('the catalogue says the same in Turtle', async () => {
  const said = JSON.parse(writtenJson(catalogue(list, city))) as object;
  const canonical = { algorithm: 'RDFC-1.0', format: 'application/n-quads' } as const;

  const [turtle, json] = await Promise.all([
    jsonld.canonize(turtleOf(catalogue(list, city)), {
      ...canonical,
      inputFormat: 'application/n-quads',
    }),
    jsonld.canonize(said, canonical),
  ]);

  expect(turtle).toBe(json);
  expect(turtle.split('\n').length).toBeGreaterThan(sheets.length * 10);
});

test('the page names every file, its encodings, and where examples stand', () => {
  const { main, title } = openDataPage(list, city);

  expect(title).toBe('オープンデータ｜まなびハブ（西東京市）');
  for (const { name, title: sheetTitle } of sheets) {
    expect(main.markup).toContain(`<h2 id="${name}">${sheetTitle}</h2>`);
    expect(main.markup).toContain(`/open-data/132292_${name}.csv?edition=`);
  }
  expect(main.markup).toContain('12件（見本を含む）');
});

test.each([
  ['public_facility', 'older', 24],
  ['event', 'older', 32],
  ['base_registry_event', 'older', 50],
  ['preschool', 'older', 28],
  ['preschool', '2026', 53],
  ['cultural_property', 'older', 34],
] as const)(
  '%s has in its %s edition exactly %i columns, each header once',
  (name, edition, count) => {
    const headers = sheets.find((sheet) => sheet.name === name)?.headers(edition) ?? [];

    expect(headers).toHaveLength(count);
    expect(new Set(headers).size).toBe(count);
  },
);

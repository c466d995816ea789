import { setTimeout as pause } from 'node:timers/promises';

import readWorkbook from 'read-excel-file/node';

import { paths } from '../../src/city/front-door.js';
import type { TestCity } from '../open-test-city.js';

/** Downloads under way at once: one client may have two tables of all pages in work. */
const atOnce = 2;

/** Headers that tell the moment, or what the connection is like. */
const ofTheMoment = /^(date|connection|keep-alive|transfer-encoding|x-request-id|server-timing)$/;

/** The same of a file with notes, which tell when it was asked. */
const ofNotes = new RegExp(`${ofTheMoment.source}|^(etag|content-length)$`);

/** What the page of open data says of the clock: when the departments were read last. */
const clocks = /(各部署から最後に取り込んだとき<\/dt>\s*<dd>)[^<]*/;

/** A list with everything that tells of people, as it is asked for as a table. */
const listed = `query ($after: String) { opportunities(first: 100, after: $after,
    filter: { includePast: true, includeCancelled: true }) {
  edges { cursor indexedAt applicationState seats { capacity left waiting } node { __typename
    ... on Course { title { ja } edition changedAt seats { left waiting } }
    ... on SportsClass { title { ja } edition changedAt seats { left waiting } } } }
  pageInfo { hasNextPage endCursor } } }`;

/** Statistics of things, and of people as far as they are told, as a table. */
const counted = `{ statistics(question: { measures: [OPPORTUNITIES, SEATS], dimensions: [DEPARTMENT], countSamples: true }) {
  rows { keys cells { measure value state } } } }`;

/**
 * Everything that a city gives away at addresses of its own, by address, with every header beside the moment: standard
 * files in each edition and encoding, their catalogue, calendars, feeds, pages, linked data, maps, and lists as tables;
 * so many of each kind at most.
 */
export async function everyFile(city: TestCity, most = Infinity): Promise<Map<string, string>> {
  // Pages are bundled once; when nothing changed this takes no time.
  await import('@manabi/portal/bundle');
  const kinds = [
    ...(await addressesOfRecords(city, most)),
    await addressesOfOpenData(city),
    catalogues,
    feeds,
    calendars,
    maps,
    tables,
    ...(most === Infinity ? [statistics] : []),
  ];
  const addresses = kinds.flatMap((kind) => kind.slice(0, most));
  const told = new Map<string, string>();
  const waiting = addresses.values();
  const download = async (): Promise<void> => {
    for (const address of waiting) told.set(address, await answerAt(city, address));
  };
  await Promise.all(Array.from({ length: atOnce }, download));
  return told;
}

const categories = Array.from({ length: 9 }, (_, at) => `category/${at + 1}`);
const offering = ['kominkan', 'library', 'sports', 'welfare', 'center'];

const feeds: readonly string[] = [
  '/feeds/opportunities.atom?state=OPEN',
  ...[
    'opportunities',
    'newsletters',
    ...offering.map((each) => `department/${each}`),
    ...categories,
  ].flatMap((each) => [`/feeds/${each}.rss`, `/feeds/${each}.atom`]),
];

const calendars: readonly string[] = [
  '/calendar/search.ics?state=OPEN',
  '/calendar/applications.ics',
  '/calendar/search.ics',
  '/calendar/search.ics?by=kominkan',
];

const maps: readonly string[] = [
  '/map/opportunities.geojson?state=OPEN',
  '/map/facilities.geojson',
  '/map/opportunities.geojson',
  '/opensearch.xml',
  '/sitemap.xml',
  '/robots.txt',
];

const catalogues: readonly string[] = [
  '/open-data/catalog.jsonld',
  '/open-data',
  '/open-data/catalog.ttl',
];

/** In which forms a list is told. */
export const formats = ['csv', 'ndjson', 'xlsx', 'parquet'] as const;

/** The address at which a document is asked by GET, with what else is said. */
export const askedAt = (query: string, said: string): string =>
  `${paths.public}?query=${encodeURIComponent(query)}${said}`;

/** Lists as JSON and as tables; each with the headers by which others keep it. */
const tables: readonly string[] = [
  askedAt(
    '{ opportunities(first: 100) { totalCount { value } edges { seats { left waiting } } } }',
    '',
  ),
  ...formats.map((format) => askedAt(listed, `&format=${format}&pages=all`)),
];

const statistics: readonly string[] = formats.map((format) =>
  askedAt(counted, `&format=${format}&rows=cells`),
);

/** Pages, linked data and calendars of records, as the map of the site names them. */
async function addressesOfRecords(city: TestCity, most: number): Promise<string[][]> {
  const map = await (await fetch(`${city.door.url}/sitemap.xml`)).text();
  const pages = [...map.matchAll(/<loc>([^<]+)<\/loc>/g)].map(
    ([, page = '']) => new URL(page).pathname,
  );
  return ['opportunities', 'facilities'].flatMap((kind) => {
    const records = pages.filter((page) => page.startsWith(`/${kind}/`)).slice(0, most);
    const calendar = kind === 'facilities' ? 'facility' : 'opportunity';
    return [
      records,
      records.map((page) => `${page}.jsonld`),
      records.map((page) => `/calendar/${calendar}/${page.slice(kind.length + 2)}.ics`),
    ];
  });
}

/** The files of open data, as their catalogue names them. */
async function addressesOfOpenData(city: TestCity): Promise<string[]> {
  const catalogue = await (await fetch(`${city.door.url}/open-data/catalog.jsonld`)).text();
  const files = [...catalogue.matchAll(/"(http[^"]+\.csv[^"]*)"/g)].map(([, file = '']) => {
    const { pathname, search } = new URL(file);
    return pathname + search;
  });
  return [...new Set(files)];
}

/** What an address answers, with every header beside the moment. Throws when it does not answer. */
export async function answerAt(city: TestCity, address: string): Promise<string> {
  const response = await answered(city, address);
  const bytes = Buffer.from(await response.arrayBuffer());
  const changing = /format=(xlsx|parquet)/.test(address) ? ofNotes : ofTheMoment;
  const headers = [...response.headers].filter(([name]) => !changing.test(name));
  return `${JSON.stringify(headers)}\n${await contentOf(address, bytes)}`;
}

/** Asks again where a busy machine asks to come again. */
async function answered(city: TestCity, address: string): Promise<Response> {
  for (let tries = 0; ; tries += 1) {
    const response = await fetch(city.door.url + address, {
      headers: { 'graphql-require-preflight': 'yes', 'accept-encoding': 'identity' },
    });
    if (response.status === 200) return response;
    const said = await response.text();
    if (![429, 503].includes(response.status) || tries > 9)
      throw new Error(`${address}: ${response.status} ${said.slice(0, 300)}`);
    await pause(500);
  }
}

/** What a file tells beside the moment at which it was made. */
async function contentOf(address: string, bytes: Buffer): Promise<string> {
  if (address.includes('format=xlsx')) {
    const [table] = await readWorkbook(bytes);
    return JSON.stringify(table?.data);
  }
  if (address.includes('format=parquet')) {
    // The notes, which tell when it was asked, are in the footer; its length stands before the last four letters.
    const footer = bytes.readUInt32LE(bytes.length - 8);
    return bytes.subarray(0, bytes.length - 8 - footer).toString('latin1');
  }
  return address === '/open-data'
    ? bytes.toString().replace(clocks, '$1')
    : bytes.toString('latin1');
}

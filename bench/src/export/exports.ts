import '@manabi/kit/production';

import { municipality } from '@manabi/hub/city/municipality';

import { watchMemory } from '../import/memory-watch.js';
import { record, recorded } from '../record.js';
import { type Download, type DownloadFigures, download } from './download.js';
import { type ServedCity, openServedCity } from './served-city.js';

/*
 * Reads what a city with many opportunities gives away to its end, services, gateway and portal in one process: time,
 * and the memory of that process. The second word names a folder in which the filled city is kept, as `proofs` keeps
 * it; the third, words of the names of what is read, where it is not all (`event,geojson`); the fourth, seconds after
 * which reading each is given up. Ends with a table: what was read to its end, and what it took.
 */

const [count = '1000000', folder, only = '', seconds = '3600'] = process.argv.slice(2);

/** Rows a second that an export is aimed at. */
const aim = 2_000;

/** MB by which memory may grow while a file is read. */
const growth = 400;

const file = (sheet: string, words: string): string =>
  `/open-data/${municipality.municipalityCode}_${sheet}.csv${words}`;
const all = '?from=2000-01-01';
const lines = { mark: '\r\n', besides: 1 };

const smallFile = (name: string): Download => ({
  name,
  path: file(name, ''),
  coding: 'identity',
  ...lines,
});

const downloads: readonly Download[] = [
  { name: 'event utf-8', path: file('event', all), coding: 'identity', ...lines },
  {
    name: 'event cp932',
    path: file('event', `${all}&encoding=cp932`),
    coding: 'gzip',
    ...lines,
  },
  {
    name: 'base_registry_event',
    path: file('base_registry_event', all),
    coding: 'gzip',
    ...lines,
  },
  { name: 'course', path: file('course', all), coding: 'gzip', ...lines },
  { name: 'title', path: file('title', ''), coding: 'gzip', ...lines },
  smallFile('public_facility'),
  smallFile('cultural_property'),
  smallFile('population'),
  smallFile('group'),
  smallFile('desk'),
  smallFile('person'),
  {
    name: 'opportunities geojson',
    path: '/map/opportunities.geojson',
    coding: 'gzip',
    mark: '"type":"Feature",',
  },
  {
    name: 'facilities geojson',
    path: '/map/facilities.geojson',
    coding: 'identity',
    mark: '"type":"Feature",',
  },
  { name: 'sitemap', path: '/sitemap/opportunities.xml', coding: 'gzip', mark: '<loc>' },
  { name: 'search ics', path: '/calendar/search.ics', coding: 'identity', mark: 'BEGIN:VEVENT' },
  { name: 'rss', path: '/feeds/opportunities.rss', coding: 'identity', mark: '<item>' },
  { name: 'catalog jsonld', path: '/open-data/catalog.jsonld', coding: 'identity', mark: '"@id"' },
];

/** How many opportunities the list of events is to hold: all that have a date and take place. */
async function dated({ services }: ServedCity): Promise<number> {
  const em = services.services.get('center')?.orm.em.fork();
  const counted = await em?.execute<{ count: string }[]>(
    `select count(*) from opportunity_search where not cancelled and starts_sort < 'infinity'`,
  );
  return Number(counted?.[0]?.count);
}

/** Fails on what must never be; of slowness it only tells, for that may be the machine's. */
function judge(
  { name, rows, isWhole, rowsPerSecond, memoryMb }: DownloadFigures,
  expected: number,
): void {
  if (name.startsWith('event') && isWhole && rows !== expected)
    throw new Error(`"${name}" has ${rows} rows of ${expected}.`);
  const most = Math.max(...memoryMb.peaks);
  if (most > memoryMb.before + growth)
    throw new Error(`Memory grew from ${memoryMb.before} to ${most} MB for "${name}".`);
  if (rows > 10_000 && rowsPerSecond < aim)
    process.stdout.write(`! ${name}: ${rowsPerSecond} rows a second, the aim is ${aim}\n`);
}

/** What reading a file took, in a line. */
function inWords({ name, ...figure }: DownloadFigures): string {
  const { own, database } = figure.processorPerRow;
  const end = figure.isWhole ? 'whole' : 'NOT to its end';
  return `${name}: ${figure.rows} rows, ${end}, ${figure.seconds} s; ${own} ms a row here, ${database} in the database; at most ${figure.memoryMb.most} MB`;
}

/** What was read by an earlier run and is not by this one. */
function before(now: readonly DownloadFigures[]): readonly DownloadFigures[] {
  const kept = recorded(`exports-${count}`)?.['files'];
  // This program wrote it.
  const files = (kept ?? []) as readonly DownloadFigures[];
  return files.filter(({ name }) => now.every((each) => each.name !== name));
}

const city = await openServedCity(Number(count), folder);
const memory = watchMemory();
try {
  const figures: DownloadFigures[] = [];
  const watched = { memory, server: city.server, longest: Number(seconds) * 1_000 };
  const wanted = only.split(',');
  for (const each of downloads.filter(({ name }) => wanted.some((word) => name.includes(word)))) {
    const figure = await download(city.url, each, watched);
    process.stdout.write(`${JSON.stringify(figure)}\n`);
    figures.push(figure);
    record(`exports-${count}`, { aim, files: [...before(figures), ...figures] });
  }
  process.stdout.write(`${figures.map(inWords).join('\n')}\n`);
  const expected = await dated(city);
  for (const figure of figures) judge(figure, expected);
} finally {
  memory.stop();
  await city.close();
}

import { mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { ProvenanceResolver } from '@manabi/kit/value/provenance';
import { pino } from 'pino';
import { expect, test } from 'vitest';

import { undoImport } from '../import/undo-import.js';
import { inboxOf } from './claim.js';
import { DeliveryRecords } from './delivery-records.js';
import { forgetDeliveries } from './forget-deliveries.js';
import { Overdue } from './overdue.js';
import { aTakingCity } from './open-taking-city.builder.js';

const events =
  '番号,イベント名,開始日\n1,俳句の会,2031-12-04\n2,短歌の会,2031-12-05\n3,川柳の会,2031-12-06\n';
const day = 24 * 60 * 60 * 1000;

/** A city that expects the events of the community centres every day, and what it tells. */
async function anExpectingCity() {
  const city = await aTakingCity('kominkan');
  const expected = [{ department: 'kominkan', dataset: 'events', every: 'day' }];
  writeFileSync(join(city.home.folder, 'deliveries.json'), JSON.stringify({ expected }));
  const lines: Record<string, unknown>[] = [];
  const log = pino({}, { write: (line: string) => void lines.push(JSON.parse(line)) });
  const overdue = new Overdue({ home: city.home, log }, city.urlOf);
  const told = () =>
    lines.splice(0).map(({ msg, department, dataset, kind }) => [msg, department, dataset, kind]);
  /** Which courses are stale at a moment, as the graph tells it. */
  const stale = async (now: Date): Promise<boolean[]> => {
    const rows = await city.places
      .em('kominkan')
      .execute<{ provenance: never }[]>(
        'select provenance from course where withdrawn_at is null order by id',
      );
    // Of a request's context only the clock is looked at.
    return rows.map(({ provenance }) =>
      new ProvenanceResolver().stale(provenance, { now } as never),
    );
  };
  const mode = 'full' as const;
  return {
    city,
    overdue,
    told,
    stale,
    take: (text: string) => city.take(city.file('events.csv', text), { mode }),
  };
}

test('what is overdue is told to its owner, in the log and in the graph, until it comes', async () => {
  const { overdue, told, stale, take } = await anExpectingCity();
  await take(events);
  const later = new Date(Date.now() + 3 * day);

  await overdue.look(new Date());
  expect([overdue.standings, told(), await stale(later)]).toEqual([[], [], [false, false, false]]);
  await overdue.look(later);
  await overdue.look(later);

  expect(told()).toEqual([['a delivery is overdue', 'kominkan', 'events', 'LATE']]);
  expect(overdue.standings[0]?.sentence).toMatch(
    /公民館の「events」は .* までに届くはずでした。最後に届いたのは/,
  );
  expect(await stale(later)).toEqual([true, true, true]);
  await take(events);
  await overdue.look(new Date());
  expect(told()).toEqual([['a delivery is as it should be again', 'kominkan', 'events', 'LATE']]);
  expect(await stale(later)).toEqual([false, false, false]);
});

test('a delivery that waits makes what stands stale until one is taken', async () => {
  const { overdue, told, stale, take } = await anExpectingCity();
  await take(events);
  const half = await take(events.split('\n').slice(0, 2).join('\n'));

  await overdue.look(new Date());

  expect(half.record.state).toBe('WAITING');
  expect(told()).toEqual([['a delivery waits for its owner', 'kominkan', 'events', 'WAITING']]);
  expect(await stale(new Date())).toEqual([true, true, true]);
  await take(events.replace('川柳の会', '連歌の会'));
  await overdue.look(new Date());
  expect([overdue.standings, await stale(new Date())]).toEqual([[], [false, false, false]]);
});

test('a hub that starts again tells nothing twice, and takes marks away that hold no longer', async () => {
  const { city, overdue, told, stale, take } = await anExpectingCity();
  await take(events);
  const later = new Date(Date.now() + 3 * day);
  await overdue.look(later);
  told();
  const lines: string[] = [];
  const again = new Overdue(
    { home: city.home, log: pino({}, { write: (line: string) => void lines.push(line) }) },
    city.urlOf,
  );

  await again.look(later);
  expect(lines).toEqual([]);
  writeFileSync(join(city.home.folder, 'deliveries.json'), '{}');
  await again.look(later);

  expect(await stale(later)).toEqual([false, false, false]);
});

test('what ended longer ago than a city keeps it is forgotten, but for what was taken last', async () => {
  const { city, take } = await anExpectingCity();
  const first = await take(events);
  const last = await take(events.replace('川柳の会', '連歌の会'));
  const folder = join(inboxOf(city.home, 'kominkan'), 'taken');
  mkdirSync(folder, { recursive: true });
  for (const { record } of [first, last])
    writeFileSync(join(folder, `2027-01-01_${record.id.slice(0, 8)}_events.csv`), events);
  const forget = (days: number) =>
    forgetDeliveries(city.home, city.urlOf, new Date(Date.now() + days * day));

  const early = await forget(2 * 365);
  const late = await forget(6 * 365);

  expect([early, late]).toEqual([
    { files: 0, reports: 0, deliveries: 0 },
    { files: 1, reports: 1, deliveries: 1 },
  ]);
  expect(new DeliveryRecords(city.home).ids()).toEqual([last.record.id]);
  expect(readdirSync(folder)).toEqual([`2027-01-01_${last.record.id.slice(0, 8)}_events.csv`]);
  await expect(undoImport(city.places.services, first.record.id)).rejects.toThrow(
    'nothing to undo',
  );
  expect(await undoImport(city.places.services, last.record.id)).toEqual(
    new Map([['kominkan', 1]]),
  );
});

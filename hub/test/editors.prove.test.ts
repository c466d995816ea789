import { record } from '@manabi/bench/record';
import { feedKey, serviceKey } from '@manabi/kit/derived-key';
import { httpFeed } from '@manabi/kit/feed/feed.http';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';

import { cityKey } from '../src/home/keys.js';
import { askAs } from './ask-as.js';
import { type EditedRecord, Editor } from './editor.js';
import { type TestCity, openTestCity } from './open-test-city.js';
import { Outages, pause } from './outages.js';

const editors = 50;
const seconds = 60;
/** Milliseconds between the return of a killed service and the next kill. */
const killEvery = 3_000;
/** Milliseconds for which the index may lag behind what was written. */
const findable = 15_000;

const desk = { role: 'department', scopes: ['kominkan.write', 'sports.write'] } as const;
const tables = { kominkan: 'course', sports: 'sports_class' } as const;
const services = ['kominkan', 'sports'] as const;

interface Change {
  readonly id: string;
  readonly revision: number;
  readonly reason: string;
  readonly title: string;
}

let city: TestCity;
let records: EditedRecord[];

beforeAll(async () => {
  city = await openTestCity({ separate: true, warm: true });
  const found = await Promise.all(
    services.map(async (service) => {
      const rows = await city.sql<{ id: string }>(
        service,
        `select id from ${tables[service]} where withdrawn_at is null and cancelled_at is null order by id limit 10`,
      );
      return rows.map(({ id }) => ({ id, service }));
    }),
  );
  records = found.flat();
});

afterAll(() => city.stop());

const changesOf = (service: EditedRecord['service']): Promise<Change[]> =>
  city.sql<Change>(
    service,
    `select id, revision, reason, fields -> 'title' -> 1 ->> 'ja' as title
     from record_change where reason like 'edit %' order by id, revision`,
  );

/** The title that stands in the owner's database, by id. */
async function titlesIn(service: EditedRecord['service']): Promise<Map<string, string>> {
  const rows = await city.sql<{ id: string; title: string }>(
    service,
    `select id, title ->> 'ja' as title from ${tables[service]}`,
  );
  return new Map(rows.map(({ id, title }) => [id, title]));
}

/** What the feed says at its end of each record, read from its beginning. */
async function titlesInFeed(service: EditedRecord['service']): Promise<Map<string, unknown>> {
  const url = city.services.processes.find(({ name }) => name === service)?.url ?? '';
  const read = httpFeed(url, feedKey(serviceKey(cityKey(city.home), service), service));
  const titles = new Map<string, unknown>();
  let page = await read(undefined);
  while (page.items.length > 0) {
    for (const { id, data } of page.items) titles.set(id, data?.['title']);
    page = await read(page.next);
  }
  return titles;
}

/** Kills one service after another until a moment; the database server and the gateway stay. */
async function killUntil(until: number, outages: Outages): Promise<void> {
  while (performance.now() < until) {
    await pause(killEvery);
    await outages.killOne();
  }
}

test(`${editors} editors of 20 records for ${seconds} seconds, with services killed: what was acknowledged is there once, and everybody agrees`, async () => {
  expect(records).toHaveLength(20);
  const atWork = Array.from(
    { length: editors },
    () => new Editor((asked) => askAs(city, desk, asked), records),
  );
  const outages = new Outages(
    city.services.processes.filter(({ name }) => ['kominkan', 'sports', 'center'].includes(name)),
  );
  const until = performance.now() + seconds * 1_000;

  await Promise.all([killUntil(until, outages), ...atWork.map((editor) => editor.edit(until))]);

  const answered = atWork.flatMap((editor) => editor.answered);
  const written = answered.filter(({ answer }) => answer === 'written');
  const changes = (await Promise.all(services.map(changesOf))).flat();
  record('editors', {
    editors,
    seconds,
    records: records.length,
    kills: outages.count,
    written: written.length,
    refused: answered.length - written.length,
    sentAgain: atWork.reduce((sum, { repeats }) => sum + repeats, 0),
  });

  expect(atWork.flatMap(({ faults }) => faults)).toEqual([]);
  expect(outages.count).toBeGreaterThan(1);
  expect(written.length).toBeGreaterThan(100);
  const byReason = (one: { reason: string }, other: { reason: string }) =>
    one.reason < other.reason ? -1 : 1;
  const told = ({ reason, title }: { reason: string; title: string }) => ({ reason, title });
  expect(changes.map(told).toSorted(byReason)).toEqual(written.map(told).toSorted(byReason));
  for (const service of services) {
    const own = records.filter((each) => each.service === service);
    const said = { database: await titlesIn(service), feed: await titlesInFeed(service) };
    for (const { id } of own) await expectAgreement(id, said, changes);
  }
}, 240_000);

/** One record: its revisions leave none out, and owner, feed, index and graph say what was written last. */
async function expectAgreement(
  id: string,
  said: Readonly<Record<'database' | 'feed', ReadonlyMap<string, unknown>>>,
  changes: readonly Change[],
): Promise<void> {
  const own = changes.filter((change) => change.id === id);
  const [first] = own;
  expect(own.map(({ revision }) => revision)).toEqual(
    own.map((_, position) => (first?.revision ?? 0) + position),
  );
  const title = own.at(-1)?.title;
  if (title === undefined) return;
  expect(said.database.get(id)).toBe(title);
  expect(said.feed.get(id)).toMatchObject({ ja: title });
  const indexed = () =>
    city.sql<{ title: string }>(
      'center',
      `select data -> 'title' ->> 'ja' as title from opportunity_entry where id = $1`,
      [id],
    );
  await vi.waitFor(async () => expect(await indexed()).toEqual([{ title }]), {
    timeout: findable,
    interval: 200,
  });
}

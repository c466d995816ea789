import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as pause } from 'node:timers/promises';
import { harbour, Ship } from '@manabi/kit/testing/harbour';
import { openTestService, type TestService } from '@manabi/kit/testing/test-service';
import { weather } from '@manabi/kit/testing/weather';
import { expect, onTestFinished, test } from 'vitest';
import { startBuilt } from '../testing/built-program.js';
import { killChild } from '../testing/child.js';
import { readEvents, type EventClient } from '../testing/event-client.js';
import { allShips } from '../testing/open-harbour.js';
import type { StreamCounts } from './stream-counts.js';

interface State {
  streams: StreamCounts;
  rss: number;
  /** Bytes in use, on the heap and beside it. */
  held: number;
  /** Milliseconds of processor time that it has taken. */
  worked: number;
}

/** Two departments and a gateway, each a process of its own. */
interface Fleet {
  url: string;
  port: TestService;
  harbour: ChildProcess;
  state(asked?: { reload?: string; tidy?: boolean }): Promise<State>;
  /** How many subscriptions the harbour's process has. */
  subscribers(): Promise<number>;
  arrive(...ids: string[]): Promise<void>;
}

async function startFleet(): Promise<Fleet> {
  // They prepare the databases; their own services are not asked.
  const port = await openTestService(harbour);
  const station = await openTestService(weather);
  const start = async (
    name: string,
    words: string[],
  ): Promise<{ child: ChildProcess; url: string }> => {
    const { child, first } = await startBuilt(name, words);
    onTestFinished(() => killChild(child));
    return { child, ...(first as { url: string }) };
  };
  const ships = await start('harbour-process', ['harbour', port.databaseUrl]);
  const winds = await start('harbour-process', ['weather', station.databaseUrl]);
  const gateway = await start('harbour-gateway', [ships.url, winds.url]);
  return {
    url: `${gateway.url}/graphql`,
    port,
    harbour: ships.child,
    state: (asked = {}) => told<State>(gateway.child, asked),
    subscribers: async () => (await told<{ count: number }>(ships.child, {})).count,
    arrive: (...ids) => port.plant(...ids.map((id) => Object.assign(new Ship(), { id, name: id }))),
  };
}

async function told<Answer>(child: ChildProcess, asked: object): Promise<Answer> {
  const answer = once(child, 'message');
  child.send(asked);
  const [message] = (await answer) as [Answer];
  return message;
}

/** Opens many streams, a hundred at a time, and waits until each stands ready. */
async function open(fleet: Fleet, count: number, query = allShips): Promise<EventClient[]> {
  const clients: EventClient[] = [];
  while (clients.length < count) {
    const batch = await Promise.all(
      Array.from({ length: Math.min(100, count - clients.length) }, () =>
        readEvents(fleet.url, { query }),
      ),
    );
    clients.push(...batch.filter(({ status }) => status === 200));
    for (const client of batch) if (client.status !== 200) client.leave();
  }
  await expect
    .poll(() => clients.every(({ lastEventId }) => lastEventId !== undefined), { timeout: 60_000 })
    .toBe(true);
  return clients;
}

/** Lets clients go, a thousand a second at most, every other one without a word. */
async function leaveInTurn(clients: readonly EventClient[]): Promise<void> {
  for (const [at, client] of clients.entries()) {
    if (at % 2 === 0) client.leave();
    else client.breakConnection();
    if (at % 250 === 249) await pause(250);
  }
}

/** Milliseconds until nothing is open any more, at the gateway and at the department. */
async function untilEmpty(fleet: Fleet): Promise<number> {
  const begun = performance.now();
  for (;;) {
    const { streams } = await fleet.state();
    const left = streams.open + streams.upstream + (await fleet.subscribers());
    if (left === 0) return performance.now() - begun;
    if (performance.now() - begun > 30_000) throw new Error(`${left} subscriptions are left.`);
    await pause(50);
  }
}

/** Milliseconds from a commit until each of many clients has been told it. */
async function delays(
  fleet: Fleet,
  clients: readonly EventClient[],
  id: string,
): Promise<number[]> {
  const counts = clients.map(({ events }) => events.length);
  await fleet.arrive(id);
  const committed = performance.now();
  const found = new Map<number, number>();
  while (found.size < clients.length) {
    clients.forEach(({ events }, at) => {
      if (events.length > (counts[at] ?? 0) && !found.has(at)) {
        found.set(at, performance.now() - committed);
      }
    });
    if (performance.now() - committed > 120_000) throw new Error('An event did not come.');
    await pause(1);
  }
  return [...found.values()].toSorted((one, other) => one - other);
}

/** The gateway once nothing more can be written to its clients, who do not read. */
async function untilStuck(fleet: Fleet): Promise<State> {
  for (let known = -1; ; await pause(700)) {
    const { delivered } = (await fleet.state()).streams;
    if (delivered > 0 && delivered === known) return fleet.state({ tidy: true });
    known = delivered;
  }
}

const quantile = (sorted: readonly number[], part: number): number =>
  Math.round(sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? 0);

const mebibytes = (bytes: number): number => Math.round((bytes / 2 ** 20) * 10) / 10;

test('5,000 clients come, are told, and go by leaving and by breaking their connections', async ({
  annotate,
}) => {
  const fleet = await startFleet();
  // What is made once, for the first streams of all.
  for (const client of await open(fleet, 200)) client.leave();
  await untilEmpty(fleet);
  const before = await fleet.state({ tidy: true });
  const alone = await open(fleet, 1);
  const single: number[] = [];
  for (let turn = 0; turn < 20; turn += 1) {
    single.push(...(await delays(fleet, alone, `alone-${turn}`)));
  }
  const clients = await open(fleet, 5_000);
  const full = await fleet.state({ tidy: true });
  const all = await delays(fleet, clients, 'for all');
  const { worked: toldAll } = await fleet.state();
  await leaveInTurn([...clients, ...alone]);
  const emptied = await untilEmpty(fleet);
  await pause(2_000);
  const after = await fleet.state({ tidy: true });
  // Whatever each left behind would show when as many come again.
  await leaveInTurn(await open(fleet, 5_000));
  await untilEmpty(fleet);
  await pause(2_000);
  const again = await fleet.state({ tidy: true });

  const sorted = single.toSorted((one, other) => one - other);
  await annotate(
    `one stream: p50 ${quantile(sorted, 0.5)} ms, p95 ${quantile(sorted, 0.95)} ms; 5,000 streams: p50 ${quantile(all, 0.5)} ms, last ${quantile(all, 1)} ms; ` +
      `gateway per 1,000 streams: ${mebibytes((full.rss - before.rss) / 5)} MiB resident, ${mebibytes((full.held - before.held) / 5)} MiB held; ` +
      `empty after ${Math.round(emptied)} ms; its processor time for one event to all ${Math.round(toldAll - full.worked)} ms, for all to go ${Math.round(after.worked - toldAll)} ms; resident before ${mebibytes(before.rss)}, full ${mebibytes(full.rss)}, after ${mebibytes(after.rss)} MiB; held before ${mebibytes(before.held)}, after ${mebibytes(after.held)}, after as many again ${mebibytes(again.held)} MiB`,
  );
  // All of them ask the same, of what is public.
  expect(full.streams).toMatchObject({ open: 5_001, upstream: 1 });
  expect(emptied).toBeLessThan(5_000);
  expect(quantile(sorted, 0.95)).toBeLessThan(2_000);
  expect(again.held).toBeLessThan(after.held * 1.1);
});

test('clients leave while their department is silent, and nothing is left; those who stay lose nothing', async ({
  annotate,
}) => {
  const fleet = await startFleet();
  const leaving = await open(fleet, 200);
  const [staying] = await open(fleet, 1);
  fleet.harbour.kill('SIGSTOP');
  await fleet.arrive('while it was silent');
  for (const client of leaving) client.leave();
  await expect.poll(async () => (await fleet.state()).streams.upstream, { timeout: 5_000 }).toBe(1);
  // Longer than the gateway waits for a sign of life.
  await pause(20_000);
  const silent = await fleet.state();
  fleet.harbour.kill('SIGCONT');
  const back = performance.now();
  await expect.poll(() => staying?.events.length, { timeout: 10_000 }).toBe(1);
  const found = performance.now() - back;
  staying?.leave();
  await untilEmpty(fleet);

  await annotate(`told ${Math.round(found)} ms after it was back`);
  expect(silent.streams.reconnected).toBeGreaterThan(0);
});

test('fifty clients that never read are dropped, and the memory they take stays bounded', async ({
  annotate,
}) => {
  const fleet = await startFleet();
  const wide = Array.from({ length: 150 }, (_, at) => `n${at}: name`).join(' ');
  const query = `subscription { shipChanged { id ship { ${wide} } } }`;
  const clients = await open(fleet, 50, query);
  for (const client of clients) client.pause();
  const before = await fleet.state({ tidy: true });
  const rows = Array.from({ length: 2_000 }, (_, at) => `('w${at}', '${'x'.repeat(180)}')`).join();
  await fleet.port.em().execute(`insert into ship (id, name) values ${rows}`);
  const stuck = await untilStuck(fleet);
  await expect
    .poll(async () => (await fleet.state()).streams.droppedSlow, { timeout: 60_000 })
    .toBe(50);
  const emptied = await untilEmpty(fleet);

  await annotate(
    `2.8 GB to be sent, ${stuck.streams.delivered} of 100,000 events written; held before ${mebibytes(before.held)}, while they wait ${mebibytes(stuck.held)} MiB; resident ${mebibytes(stuck.rss)} MiB; empty ${Math.round(emptied)} ms after the last drop`,
  );
  expect(stuck.streams.delivered).toBeLessThan(60_000);
  // A mebibyte for each of the fifty.
  expect(stuck.held - before.held).toBeLessThan(50 * 2 ** 20);
});

test('500 streams go through 60 reloads and lose no event; memory comes back', async ({
  annotate,
}) => {
  const fleet = await startFleet();
  for (let turn = 0; turn < 5; turn += 1) await fleet.state({ reload: `Warm${turn}` });
  const clients = await open(fleet, 500);
  const before = await fleet.state({ tidy: true });
  for (let turn = 0; turn < 60; turn += 1) {
    const reloading = fleet.state({ reload: `Word${turn}` });
    await fleet.arrive(`r${turn}`);
    await reloading;
    await pause(200);
  }
  await expect
    .poll(() => clients.every(({ events }) => events.length === 60), { timeout: 60_000 })
    .toBe(true);
  const after = await fleet.state({ tidy: true });

  await annotate(
    `resident before ${mebibytes(before.rss)}, after ${mebibytes(after.rss)} MiB; held before ${mebibytes(before.held)}, after ${mebibytes(after.held)} MiB`,
  );
  for (const { events } of clients) {
    expect(events.every(({ answer }) => answer.errors === undefined)).toBe(true);
  }
  expect(after.held).toBeLessThan(before.held * 1.1 + 2 ** 22);
});

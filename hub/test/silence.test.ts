import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest';

import { departments } from '../src/city/departments.js';
import { lossOf } from './loss.js';
import { type TestCity, openTestCity } from './open-test-city.js';
import { SilencedCity, needs } from './silenced.js';

const names = ['p1', 'p4', 'p7', 'p10'] as const;
/** How far the index has read follows the clock. */
const byClock = new Set(['Reading.readAt', 'Reading.isBehind']);

/** Milliseconds that one request may last. */
const deadline = 10_000;

let city: TestCity;
let silenced: SilencedCity;

beforeAll(async () => {
  // The pages are bundled once; when nothing changed this takes no time.
  await import('@manabi/portal/bundle');
  city = await openTestCity({ separate: true });
  silenced = new SilencedCity(city, names, byClock);
});

afterAll(async () => {
  await city.stop();
});

test.each(departments.map(({ name }) => name))(
  'with %s killed, only its own fields are null, the answer names it, and once it is back all is whole',
  (name) => silenced.kill(name),
);

test('a silent department makes no entry disappear from a calendar, and no page of what others know', async () => {
  const get = (path: string) => fetch(city.door.url + path, { headers: { accept: 'text/html' } });
  const [program] = await city.sql<{ id: string }>(
    'welfare',
    'select id from care_program limit 1',
  );
  const [hall] = await city.sql<{ code: string }>(
    'center',
    `select code from facility where type = 'KOMINKAN' limit 1`,
  );
  const calendar = `/calendar/opportunity/${program!.id}.ics`;
  const page = `/facilities/${hall!.code}`;
  expect([(await get(calendar)).status, (await get(page)).status]).toEqual([200, 200]);

  await silenced.silence('welfare');
  const [refused, partly] = await Promise.all([get(calendar), get(page)]);

  expect([refused.status, refused.headers.get('retry-after')]).toEqual([503, '300']);
  expect([partly.status, partly.headers.get('cache-control')]).toEqual([200, 'no-store']);
  expect(await partly.text()).toContain('福祉・子育て・健康から詳しい情報を取得できません');
});

test('a service that hangs costs the deadline of a request at most, and the others answer within it', async () => {
  const { pid } = silenced.processOf('welfare');
  const before = await silenced.askAllWhole();
  onTestFinished(() => void process.kill(pid, 'SIGCONT'));

  process.kill(pid, 'SIGSTOP');
  city.door.changed('welfare');
  const begun = Date.now();
  const during = await silenced.askAll();
  const took = Date.now() - begun;

  expect(took).toBeLessThan(deadline + 1_000);
  during.forEach((answer, position) => {
    const { lost, changed } = lossOf(before[position], answer.data, byClock);
    expect(changed, names[position]).toEqual([]);
    expect(
      [...lost].filter((place) => !needs(place, 'welfare')),
      names[position],
    ).toEqual([]);
    const silent = answer.extensions?.departments?.map(({ name, reason }) => [name, reason]) ?? [];
    if (lost.size > 0) expect(silent).toEqual([['welfare', 'DEADLINE_EXCEEDED']]);
  });
});

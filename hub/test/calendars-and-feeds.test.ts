import ICAL from 'ical.js';
import { afterAll, beforeAll, expect, test } from 'vitest';

import { ask, question } from './ask.js';
import { type TestCity, openTestCity } from './open-test-city.js';

let city: TestCity;

beforeAll(async () => {
  // The pages are bundled once; when nothing changed this takes no time.
  await import('@manabi/portal/bundle');
  // As strangers reach it: only the documents of `schema/document` are answered.
  city = await openTestCity({ mode: 'production' });
}, 240_000);

afterAll(() => city?.stop());

const get = (path: string, headers: Record<string, string> = {}): Promise<Response> =>
  fetch(city.door.url + path, { headers, redirect: 'manual' });

/** What the residents' search page finds. */
const searched = (filter: object) =>
  ask(city, {
    query: question('search-page').query,
    variables: { filter, sort: 'STARTS_AT', withFacets: false },
  });

/** An entry of a calendar as a reader that others wrote understands it. */
interface Read {
  readonly event: InstanceType<typeof ICAL.Event>;
  readonly status: string;
  readonly summary: string;
}

/** The entries of a calendar. */
async function entriesAt(path: string): Promise<Read[]> {
  const response = await get(path);
  expect(response.status, path).toBe(200);
  expect(response.headers.get('content-type')).toBe('text/calendar; charset=utf-8');
  const calendar = new ICAL.Component(ICAL.parse(await response.text()));
  return calendar.getAllSubcomponents('vevent').map((entry) => {
    const event = new ICAL.Event(entry);
    return { event, status: String(entry.getFirstPropertyValue('status')), summary: event.summary };
  });
}

test('the calendar of a course has the times that its department keeps', async () => {
  const [course] = await city.sql<{ id: string }>(
    'kominkan',
    'select course_id as id from session group by course_id having count(*) > 2 order by 1 limit 1',
  );
  const sessions = await city.sql<{ id: string; starts_at: Date; ends_at: Date }>(
    'kominkan',
    'select id, starts_at, ends_at from session where course_id = $1 order by starts_at',
    [course!.id],
  );

  const entries = await entriesAt(`/calendar/opportunity/${course!.id}.ics`);

  const told = entries.map(({ event }) => event).filter(({ uid }) => !uid.includes('.closes@'));
  expect(
    told.map(({ uid, startDate, endDate }) => [uid, startDate.toJSDate(), endDate.toJSDate()]),
  ).toEqual(
    sessions.map((session) => [
      `${session.id}@132292.manabi-hub`,
      session.starts_at,
      session.ends_at,
    ]),
  );
});

test('what its department called off is called off in every calendar that has it', async () => {
  const [course] = await city.sql<{ id: string }>(
    'kominkan',
    `select id from course where cancelled_at is not null and starts_at > now() - interval '30 days' limit 1`,
  );
  const name = new RegExp(`^(${course!.id})[.@]`);

  const alone = await entriesAt(`/calendar/opportunity/${course!.id}.ics`);
  const among = (await entriesAt('/calendar/search.ics?by=kominkan')).filter(
    ({ event }) =>
      name.test(event.uid) ||
      name.test(String(event.component.getFirstPropertyValue('related-to'))),
  );

  for (const entries of [alone, among]) {
    expect(entries.length).toBeGreaterThan(0);
    for (const { status, summary } of entries) {
      expect(status).toBe('CANCELLED');
      expect(summary).toContain('【中止】');
    }
  }
});

test('a saved search is a calendar of what the search finds', async () => {
  const { data } = await searched({ text: '絵本' });
  const page = ({ event }: Read) => String(event.component.getFirstPropertyValue('url'));

  const entries = await entriesAt(`/calendar/search.ics?text=${encodeURIComponent('絵本')}`);

  const told = new Set(entries.map(page));
  for (const { node } of data.opportunities.edges)
    expect(told).toContain(`${city.door.url}/opportunities/${node.id}`);
  expect(told.size).toBeGreaterThanOrEqual(data.opportunities.edges.length);
});

test('the calendar of applications has every department, and lotteries with draw and last day to confirm', async () => {
  const entries = await entriesAt('/calendar/applications.ics');
  const draws = await entriesAt('/calendar/applications.ics?event=DRAW&event=CONFIRM_BY');
  const [{ count } = { count: '0' }] = await city.sql<{ count: string }>(
    'center',
    `select count(*) from lottery_window cross join lateral (values (draw_at), (confirm_by)) moment (at)
     where at >= date_trunc('day', now() at time zone 'Asia/Tokyo') at time zone 'Asia/Tokyo' - interval '31 days'
       and at < date_trunc('day', now() at time zone 'Asia/Tokyo') at time zone 'Asia/Tokyo' + interval '180 days'`,
  );

  const marks = new Set(entries.map(({ summary }) => /^【.+?】/.exec(summary)?.[0]));
  expect(marks).toEqual(
    new Set(['【受付開始】', '【申込締切】', '【抽選】', '【利用の確認期限】']),
  );
  expect(draws.length).toBe(Number(count));
  expect(new Set(entries.map(({ event }) => event.uid)).size).toBe(entries.length);
});

test('the calendar of a house has what takes place there, and when it is closed', async () => {
  const [closure] = await city.sql<{ id: string; facility_code: string }>(
    'center',
    'select id, facility_code from closure where starts_at > now() order by starts_at limit 1',
  );

  const entries = await entriesAt(`/calendar/facility/${closure!.facility_code}.ics`);

  expect(entries.map(({ event }) => event.uid)).toContain(`${closure!.id}@132292.manabi-hub`);
  expect(entries.length).toBeGreaterThan(1);
});

/** A course whose title a department wrote to do harm. */
async function withHostileTitle(
  title: string,
  check: (id: string) => Promise<void>,
): Promise<void> {
  const [course] = await city.sql<{ id: string; title: { ja: string } }>(
    'kominkan',
    'select id, title from course where cancelled_at is null and starts_at > now() order by id limit 1',
  );
  const write = (ja: string) =>
    city.sql('kominkan', `update course set title = jsonb_set(title, '{ja}', $2) where id = $1`, [
      course!.id,
      JSON.stringify(ja),
    ]);
  await write(title);
  try {
    await check(course!.id);
  } finally {
    await write(course!.title.ja);
  }
}

test('an opportunity has a page, and the same as linked data by either way of asking', async () => {
  await withHostileTitle('</script><script>alert(1)</script><!--', async (id) => {
    const page = await get(`/opportunities/${id}`, { accept: 'text/html' });
    const html = await page.text();
    const named = await get(`/opportunities/${id}.jsonld`);
    const asked = await get(`/opportunities/${id}`, { accept: 'application/ld+json' });
    const [, embedded] = /<script type="application\/ld\+json">(.*?)<\/script>/s.exec(html) ?? [];

    expect(page.status).toBe(200);
    expect(page.headers.get('content-security-policy')).toContain("default-src 'none'");
    expect(html.match(/<script/g)).toHaveLength(1);
    expect(html).toContain(`href="/calendar/opportunity/${id}.ics"`);
    expect(html).toContain('&lt;/script&gt;&lt;script&gt;alert(1)');
    for (const answer of [named, asked]) {
      expect(answer.headers.get('content-type')).toBe('application/ld+json; charset=utf-8');
      expect(await answer.json()).toEqual(JSON.parse(embedded ?? ''));
    }
    expect(JSON.parse(embedded ?? '')).toMatchObject({
      '@type': 'Course',
      '@id': `${city.door.url}/opportunities/${id}`,
      name: '</script><script>alert(1)</script><!--',
    });
  });
});

test('every facility of the register has a page, and a place on the map as far as its point is known', async () => {
  const rows = await city.sql<{ code: string; point: object | null }>(
    'center',
    'select code, point from facility where withdrawn_at is null order by code',
  );

  const map = await get('/map/facilities.geojson');
  const { type, features } = (await map.json()) as GeoJson;

  expect(map.headers.get('content-type')).toBe('application/geo+json; charset=utf-8');
  expect(type).toBe('FeatureCollection');
  expect(new Map(features.map(({ id, geometry }) => [id, geometry !== null]))).toEqual(
    new Map(rows.map(({ code, point }) => [code, point !== null])),
  );
  for (const { code } of rows.filter((_, place) => place % 20 === 0)) {
    const page = await get(`/facilities/${code}`);
    expect(page.status, code).toBe(200);
    expect(await page.text()).toContain('<html lang="ja">');
  }
});

interface GeoJson {
  readonly type: string;
  readonly features: readonly {
    readonly id: string;
    readonly geometry: { readonly coordinates: readonly number[] } | null;
    readonly properties: Readonly<Record<string, unknown>>;
  }[];
}

test('another program learns how to search, and finds what the page finds', async () => {
  const described = await get('/opensearch.xml');
  const urls = [...(await described.text()).matchAll(/<Url type="([^"]+)" template="([^"]+)"/g)];
  const templateOf = (type: string): string => urls.find(([, each]) => each === type)?.[2] ?? '';

  const news = await fetch(
    templateOf('application/atom+xml').replace('{searchTerms}', encodeURIComponent('絵本')),
  );
  const page = await (await get('/')).text();

  expect(described.headers.get('content-type')).toContain('application/opensearchdescription+xml');
  expect(await news.text()).toContain('絵本の読み聞かせボランティア養成');
  expect(page).toMatch(/rel="search"[^>]+href="\/opensearch\.xml"/s);
});

test('engines find the page of every house, and of what one can take part in', async () => {
  const rows = await city.sql<{ code: string }>(
    'center',
    'select code from facility where withdrawn_at is null',
  );
  const { features } = (await (await get('/map/opportunities.geojson')).json()) as GeoJson;

  const robots = await (await get('/robots.txt')).text();
  const [, site = ''] = /^Sitemap: (.+)$/m.exec(robots) ?? [];
  const addressesIn = async (address: string): Promise<string[]> => {
    const answer = await fetch(address);
    expect(answer.headers.get('content-type')).toBe('application/xml; charset=utf-8');
    return [...(await answer.text()).matchAll(/<loc>(.*?)<\/loc>/g)].map(([, at = '']) => at);
  };
  const maps = await addressesIn(site);
  const pages = (await Promise.all(maps.map(addressesIn))).flat();
  const lost = await get('/sitemap/opportunities.xml?after=nowhere');

  expect(lost.status).toBe(404);
  expect(new Set(pages)).toEqual(
    new Set([
      ...rows.map(({ code }) => `${city.door.url}/facilities/${code}`),
      ...features.map(({ id }) => `${city.door.url}/opportunities/${id}`),
    ]),
  );
});

test('the map of a search has all that the search finds, east before north', async () => {
  const { data } = await searched({ feeKinds: ['FREE'] });

  const { features } = (await (await get('/map/opportunities.geojson?fee=FREE')).json()) as GeoJson;

  expect(features.length).toBe(data.opportunities.totalCount.value);
  const points = features.flatMap(({ geometry }) => (geometry ? [geometry.coordinates] : []));
  expect(points.length).toBeGreaterThan(0);
  for (const [east, north] of points) {
    expect(east).toBeCloseTo(139.5, 0);
    expect(north).toBeCloseTo(35.7, 0);
  }
});

test.each([
  ['/feeds/opportunities', 50],
  ['/feeds/department/library', 10],
  ['/feeds/category/8', 5],
  ['/feeds/opportunities', 1, '?text=%E7%B5%B5%E6%9C%AC'],
  ['/feeds/newsletters', 0],
])(
  '%s is news in both forms, at least %i pieces, each with a page',
  async (path, least, said = '') => {
    const [rss, atom] = [await get(`${path}.rss${said}`), await get(`${path}.atom${said}`)];
    const items = [...(await rss.text()).matchAll(/<item>.*?<link>(.*?)<\/link>/gs)];
    const entries = [...(await atom.text()).matchAll(/<entry>/g)];

    expect([rss.status, atom.status]).toEqual([200, 200]);
    expect(rss.headers.get('content-type')).toBe('application/rss+xml; charset=utf-8');
    expect(atom.headers.get('content-type')).toBe('application/atom+xml; charset=utf-8');
    expect(items.length).toBeGreaterThanOrEqual(least);
    expect(entries.length).toBe(items.length);
    for (const [, link] of items.slice(0, 3)) expect((await fetch(link!)).status).toBe(200);
  },
);

test('whoever has the present calendar is told so, and everybody may keep it', async () => {
  const path = '/calendar/search.ics?by=library';
  const first = await get(path);
  const etag = first.headers.get('etag') ?? '';
  const again = await get(path, { 'if-none-match': etag });
  const other = await get(path, { 'if-none-match': '"other"' });

  expect(first.headers.get('cache-control')).toBe('public, max-age=300');
  expect([again.status, await again.text()]).toEqual([304, '']);
  expect(again.headers.get('etag')).toBe(etag);
  expect(other.status).toBe(200);
});

test.each([
  '/calendar/opportunity/nobody.ics',
  '/calendar/facility/132292-9999.ics',
  '/calendar/opportunity/%ff.ics',
  '/feeds/department/nobody.rss',
  '/feeds/category/99.atom',
  '/opportunities/nobody',
  '/facilities/132292-9999',
])('%s is told in Japanese not to be there', async (path) => {
  const answer = await get(path);

  expect(answer.status).toBe(404);
  expect(await answer.text()).toMatch(/アドレス/);
});

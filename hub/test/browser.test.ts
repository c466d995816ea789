import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

import type { AxeResults } from 'axe-core';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';

import { ask, question } from './ask.js';
import { openBrowser, openPage } from './open-browser.js';
import { type TestCity, openTestCity } from './open-test-city.js';

let city: TestCity;
let browser: Browser;

beforeAll(async () => {
  // The pages are bundled once; when nothing changed this takes no time.
  await import('@manabi/portal/bundle');
  city = await openTestCity();
  browser = await openBrowser();
}, 240_000);

afterAll(async () => {
  await browser?.close();
  await city?.stop();
});

const open = (path: string, width?: number) => openPage(browser, city.door.url + path, width);

const settled = (page: Page) => page.waitForSelector('#results[aria-busy="false"]');

/** Number in "12件見つかりました". */
const numberFound = async (page: Page): Promise<number> =>
  Number.parseInt((await page.textContent('#count')) ?? '', 10);

/** What a checker of accessibility finds wrong, as rule and place. */
async function barriers(page: Page, place = 'html'): Promise<string[]> {
  const axe = createRequire(import.meta.url).resolve('axe-core/axe.min.js');
  // The page's own policy forbids foreign scripts; the debugger's hand is not bound by it.
  await page.evaluate(readFileSync(axe, 'utf8'));
  const { violations } = await page.evaluate<AxeResults>(
    `axe.run(${JSON.stringify(place)}, { resultTypes: ['violations'] })`,
  );
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ target }) => `${id}: ${target.join(' ')}`),
  );
}

test('a resident finds something by typing, and the address keeps it', async () => {
  const { page, faults } = await open('/');
  await settled(page);
  const all = await numberFound(page);

  await page.getByLabel('ことば').pressSequentially('えほん');
  await page.waitForURL(/text=/);
  await settled(page);

  const found = await numberFound(page);
  expect(found).toBeGreaterThan(0);
  expect(found).toBeLessThan(all);
  const { query } = question('search-page');
  const variables = { filter: { text: 'えほん' }, sort: 'UPCOMING', withFacets: false };
  const { data } = await ask(city, { query, variables });
  expect(await page.locator('#list h3').allTextContents()).toEqual(
    data.opportunities.edges.map(({ title }: { title: { ja: string } }) => title.ja),
  );
  await page.reload();
  await settled(page);
  expect(await numberFound(page)).toBe(found);
  await page.goBack();
  await settled(page);
  expect(await page.getByLabel('ことば').inputValue()).toBe('');
  expect(await numberFound(page)).toBe(all);
  expect(faults).toEqual([]);
  await page.close();
});

test('a choice leaves as many as it said, and the back button takes it back', async () => {
  const { page, faults } = await open('/');
  await settled(page);
  const all = await numberFound(page);
  const free = page.locator('label', { hasText: '無料' });
  const said = Number.parseInt((await free.locator('.number').textContent()) ?? '', 10);

  await free.getByRole('checkbox').check();
  await page.waitForURL(/fee=FREE/);
  await settled(page);

  expect(await numberFound(page)).toBe(said);
  await page.goBack();
  await settled(page);
  expect(await free.getByRole('checkbox').isChecked()).toBe(false);
  expect(await numberFound(page)).toBe(all);
  expect(faults).toEqual([]);
  await page.close();
});

test('samples are marked, and more come below when asked for', async () => {
  const { page } = await open('/');
  await settled(page);
  const items = page.locator('#list > li');
  expect(await items.count()).toBe(20);
  expect(await items.first().locator('.mark.sample').textContent()).toBe('見本');

  await page.getByRole('link', { name: 'つづきを見る' }).click();
  await expect.poll(() => items.count()).toBe(40);

  expect(await items.nth(20).evaluate((item) => item === item.ownerDocument.activeElement)).toBe(
    true,
  );
  await page.close();
});

test('on a narrow screen nothing runs over the edge, nothing jumps, and choices open by keyboard', async () => {
  const { page, faults } = await open('/', 360);
  await settled(page);
  const jumps = await page.evaluate<number>(`new Promise((resolve) => {
    let sum = 0;
    new PerformanceObserver((list) => {
      for (const { value } of list.getEntries()) sum += value;
    }).observe({ type: 'layout-shift', buffered: true });
    setTimeout(() => resolve(sum), 300);
  })`);

  expect(jumps).toBeLessThan(0.05);
  expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(360);
  await page.keyboard.press('Tab');
  expect(await page.evaluate('document.activeElement.textContent')).toBe('検索結果へ');
  expect(await page.getByText('対象者').isVisible()).toBe(false);
  await page.getByRole('button', { name: 'しぼりこむ' }).press('Enter');
  expect(await page.getByText('対象者', { exact: true }).isVisible()).toBe(true);
  expect(faults).toEqual([]);
  await page.close();
});

test('a checker of accessibility finds no barrier on the pages of our own', async () => {
  const { page } = await open('/', 360);
  await settled(page);
  await page.getByRole('button', { name: 'しぼりこむ' }).click();
  const onSearch = await barriers(page);
  const missing = await page.goto(`${city.door.url}/nowhere`);

  expect(onSearch).toEqual([]);
  expect(missing?.status()).toBe(404);
  expect(await barriers(page)).toEqual([]);
  await page.goto(`${city.door.url}/open-data`);
  expect(await barriers(page)).toEqual([]);
  expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(360);
  await page.close();
});

test('a gateway that is not reached is told as such, not as nothing found', async () => {
  const { page } = await open('/');
  await page.route('**/graphql', (route) => route.abort());

  await page.getByLabel('ことば').fill('えほん');
  await expect.poll(() => page.textContent('#count')).toBe('検索できませんでした');

  expect(await page.textContent('#notice')).toContain('もう一度お試しください');
  await page.close();
});

test('without a script, on a narrow screen with large letters, one searches, narrows and reads on', async () => {
  const context = await browser.newContext({
    javaScriptEnabled: false,
    viewport: { width: 360, height: 740 },
    locale: 'ja-JP',
  });
  const page = await context.newPage();
  await page.goto(city.door.url);
  const all = await numberFound(page);
  expect(await page.locator('#list > li').count()).toBe(20);

  await page.getByRole('link', { name: 'つづきを見る' }).click();
  expect(await page.locator('#list > li').count()).toBe(20);
  await page.getByRole('link', { name: '検索結果のはじめに戻る' }).click();
  await page.getByRole('link', { name: /^しぼりこむ/ }).click();
  await page.getByLabel('無料').check();
  await page.getByRole('button', { name: 'この条件でさがす' }).click();
  const free = await numberFound(page);
  expect(free).toBeGreaterThan(0);
  expect(free).toBeLessThan(all);
  expect(await page.title()).toContain('無料');
  await page.getByLabel('ことば').fill('ツェッペリン');
  await page.getByRole('button', { name: 'さがす', exact: true }).click();
  expect(await page.textContent('#count')).toBe('見つかりませんでした');
  await page.getByRole('link', { name: 'ことばを外して、条件だけでさがす' }).click();
  expect(await numberFound(page)).toBe(free);
  await page.locator('#list h3 a').first().click();
  expect(page.url()).toContain('/opportunities/');
  await context.close();
});

test('a child of one is asked for by age, and the way back remembers it', async () => {
  const { page, faults } = await open('/', 360);
  await page.getByRole('button', { name: 'しぼりこむ' }).click();
  await page.getByLabel('保育に空きがある').selectOption({ label: '1歳' });
  await page.waitForURL(/childcare=12/);
  await settled(page);
  expect(await page.title()).toContain('保育あり（1歳）');
  expect(await numberFound(page)).toBeGreaterThan(0);

  await page.locator('#list h3 a').first().click();
  await page.waitForURL(/\/opportunities\//);

  const minded = page.locator('dl > div', { has: page.locator('dt', { hasText: /^保育$/ }) });
  expect(await minded.textContent()).toMatch(/空きあり|満員/);
  await page.goBack();
  expect(await page.title()).toContain('保育あり（1歳）');
  expect(faults).toEqual([]);
  await page.close();
});

test('a house is found by its kana and by what it has, and what nobody knows is told apart', async () => {
  const { page, faults } = await open('/facilities?text=%E3%81%9F%E3%81%AA%E3%81%97', 360);
  expect(await page.locator('.list h3').allTextContents()).toContain('田無公民館');
  expect(await barriers(page)).toEqual([]);
  expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(360);

  await page.goto(`${city.door.url}/facilities`);
  await page.getByText('バリアフリー・子ども連れの設備でしぼる').press('Enter');
  await page.getByLabel('バリアフリートイレ').check();
  await page.getByRole('button', { name: 'この条件でさがす' }).click();
  await page.waitForURL(/need=ACCESSIBLE_TOILET/);
  const known = await city.sql<{ facility_code: string }>(
    'welfare',
    `select facility_code from facility_access where items @> '[{"code":"ACCESSIBLE_TOILET","value":"YES"}]'`,
  );
  expect(await page.textContent('#count')).toContain(`：${known.length}件`);
  expect(await page.locator('.list h3').count()).toBe(30);
  // The last of the sure ones, and the first of the others.
  const last = Math.floor(known.length / 30) + 1;
  await page.goto(`${city.door.url}/facilities?need=ACCESSIBLE_TOILET&page=${last}`);
  const sure = page.locator('.list').first().locator('h3');
  expect(await sure.count()).toBe(known.length % 30);
  expect(await page.getByRole('heading', { name: /設備がまだ分からない施設/ }).count()).toBe(1);
  expect(await barriers(page)).toEqual([]);
  await sure.first().getByRole('link').press('Enter');
  await page.waitForURL(/\/facilities\//);
  expect(await page.getByRole('heading', { name: /バリアフリー/ }).count()).toBe(1);
  expect(faults).toEqual([]);
  await page.close();
});

test('a word is looked up in Japanese or English, by department, and its types lead on', async () => {
  const { page, faults } = await open('/words', 360);
  const shown = page.locator('article:visible');
  const all = await shown.count();

  await page.keyboard.press('Tab');
  expect(await page.evaluate('document.activeElement.textContent')).toBe('ことばの一覧へ');
  await page.getByLabel('ことば', { exact: true }).pressSequentially('ツェッペリン');
  expect(await page.textContent('#count')).toBe('そのことばは見つかりません');
  await page.getByLabel('ことば', { exact: true }).fill('保育');
  const inJapanese = await shown.count();
  expect(inJapanese).toBeGreaterThan(0);
  expect(inJapanese).toBeLessThan(all);
  await page.getByLabel('ことば', { exact: true }).fill('childcareOFFERED');
  expect(await page.locator('[id="Course.childcareOffered"]').isVisible()).toBe(true);
  await page.getByLabel('部署', { exact: true }).selectOption('library');
  expect(await page.locator('[id="Course.childcareOffered"]').isVisible()).toBe(false);

  await page.goto(`${city.door.url}/words?text=childcareOffered`);
  expect(await page.locator('article#Verdict').isVisible()).toBe(false);
  await page.goto(`${city.door.url}/words?text=Course.support`);
  const type = page.locator('[id="Course.support"]');
  await type.getByRole('link', { name: 'Support', exact: true }).press('Enter');
  await expect.poll(() => page.locator('article#Support').isVisible()).toBe(true);
  expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(360);
  expect(faults).toEqual([]);
  await page.close();
});

test('an example shows the question in which a word is used', async () => {
  const { page } = await open('/words?text=SupportProfile');
  await page.locator('article#SupportProfile .used').getByRole('link').first().press('Enter');

  await expect.poll(() => page.locator('details:target pre').isVisible()).toBe(true);
  expect(await page.textContent('details:target pre')).toContain('support(profile');
  expect(await barriers(page)).toEqual([]);
  await page.close();
});

test('a hit leads to its page, from there to the house, and what is found can be taken along', async () => {
  const { page, faults } = await open('/?text=%E7%B5%B5%E6%9C%AC', 360);
  await settled(page);
  const form = (type: string) =>
    page.locator(`link[rel="alternate"][type="${type}"]`).getAttribute('href');
  expect(await form('text/calendar')).toBe('/calendar/search.ics?text=%E7%B5%B5%E6%9C%AC');
  expect(await form('application/rss+xml')).toContain('?text=%E7%B5%B5%E6%9C%AC');
  const title = await page.locator('#list h3').first().textContent();

  await page.locator('#list h3 a').first().press('Enter');
  await page.waitForURL(/\/opportunities\//);

  expect(await page.textContent('h1')).toBe(title);
  expect(await barriers(page)).toEqual([]);
  expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(360);
  const calendar = await page.request.get(
    city.door.url +
      (await page.getByRole('link', { name: /カレンダーに入れる/ }).getAttribute('href')),
  );
  expect(calendar.headers()['content-type']).toContain('text/calendar');
  await page.locator('dd a[href^="/facilities/"]').first().press('Enter');
  await page.waitForURL(/\/facilities\//);
  expect(await barriers(page)).toEqual([]);
  expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(360);
  expect(faults).toEqual([]);
  await page.close();
});

test('every sample question runs in GraphiQL and is answered whole', async () => {
  const { page, faults } = await open('/graphiql', 1_300);
  const questions = page.locator('.samples button');
  await page.waitForSelector('.graphiql-query-editor .view-line');
  expect(await questions.count()).toBe(5);

  for (const button of await questions.all()) {
    await button.click();
    const answered = page.waitForResponse(
      (response) =>
        response.url().endsWith('/graphql') &&
        !response.request().postData()?.includes('IntrospectionQuery'),
    );
    await page.getByRole('button', { name: /Execute query/ }).click();
    const answer = await (await answered).json();
    expect(answer.errors).toBeUndefined();
    expect(Object.values(answer.data as object)).not.toContain(null);
    await expect.poll(() => page.textContent('.result-window .view-lines')).toContain('"data"');
  }

  expect(await barriers(page, '.samples')).toEqual([]);
  expect(faults).toEqual([]);
  await page.close();
}, 60_000);

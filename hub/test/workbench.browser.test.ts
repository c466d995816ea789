import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

import type { AxeResults } from 'axe-core';
import type { Browser, Page } from 'playwright-core';
import readWorkbook from 'read-excel-file/node';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';

import { Clients } from '../src/issuer/clients.js';
import { ask, question, whole } from './ask.js';
import { openBrowser, openPage } from './open-browser.js';
import { type TestCity, openTestCity } from './open-test-city.js';

let city: TestCity;
let browser: Browser;

beforeAll(async () => {
  await import('@manabi/portal/bundle');
  city = await openTestCity();
  browser = await openBrowser();
  // The first question of a city seals its facts, which a busy machine may not do in time.
  const seal = async () => {
    const { statistics } = whole(await ask(city, question('statistics')));
    expect(statistics.refusal).toBeNull();
  };
  await vi.waitFor(seal, { timeout: 60_000, interval: 1_000 });
}, 240_000);

afterAll(async () => {
  await browser?.close();
  await city?.stop();
});

/** Milliseconds that a machine which runs every test at once may take for one step. */
const patience = { timeout: 20_000 };

async function open(path: string, width?: number): ReturnType<typeof openPage> {
  const opened = await openPage(browser, city.door.url + path, width);
  opened.page.setDefaultTimeout(patience.timeout);
  return opened;
}
const answer = (page: Page) => page.locator('.answer');
const rows = (page: Page) => page.locator('.table-view tbody tr');
const places = '小学校区ごとの、65歳以上1,000人あたりの定員';
const placesBySaid =
  '/workbench?count=SEATS&by=DISTRICT&only=AGE_BAND%3A65%2B&per=65%2B&samples=on';

/** The file that a click saves, by its path. */
async function saved(page: Page, button: string | RegExp): Promise<string> {
  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: button }).click();
  return (await download).path();
}

/** Presses Tab until what has the focus fits and says these words; nobody needs a mouse. */
async function tabTo(page: Page, selector: string, words: string): Promise<void> {
  for (let presses = 0; presses < 150; presses += 1) {
    await page.keyboard.press('Tab');
    const said = await page.evaluate<string>(`(() => {
      const { activeElement: at } = document;
      if (!at.matches(${JSON.stringify(selector)})) return '';
      return [at.getAttribute('aria-label'), at.labels?.[0]?.textContent, at.textContent].join(' ');
    })()`);
    if (said.includes(words)) return;
  }
  throw new Error(`The Tab key does not lead to "${words}".`);
}

/** What a checker of accessibility finds wrong, as rule and place. */
async function barriers(page: Page): Promise<string[]> {
  const axe = createRequire(import.meta.url).resolve('axe-core/axe.min.js');
  await page.evaluate(readFileSync(axe, 'utf8'));
  const { violations } = await page.evaluate<AxeResults>(
    `axe.run('html', { resultTypes: ['violations'] })`,
  );
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ target }) => `${id}: ${target.join(' ')}`),
  );
}

test('from the question for places per 1,000 people over 65 by district to a workbook with its notes', async () => {
  const { page, faults } = await open('/');
  await page.getByRole('link', { name: /分析の机/ }).click();
  await page.getByRole('link', { name: places }).click();
  // The sample city has no facts; it says so, and offers its samples.
  await page.getByRole('link', { name: '見本を数えてみる' }).click();
  await answer(page).getByText('見本を数えた表です').waitFor();

  const { data } = await ask(city, question('statistics'));
  const expected = data.statistics.rows.map(
    ({ cells: [cell] }: { cells: { value: number }[] }) => cell?.value,
  );
  expect(expected.some((value: number) => value > 0)).toBe(true);
  expect(await rows(page).count()).toBe(expected.length);
  const sheets = await readWorkbook(await saved(page, 'Excel（XLSX）を保存'));
  const [table, notes] = sheets.map(({ data: cells }) => cells);

  expect(sheets.map(({ sheet }) => sheet)).toEqual(['データ', '注記']);
  expect(table?.[0]).toEqual(['小学校区', '定員（人分／65歳以上1,000人）']);
  expect(table?.slice(1).map(([, value]) => value)).toEqual(expected);
  const noted = new Map(notes?.map(([name, text]) => [name, text]));
  expect(noted.get('定義: 定員')).toContain('定員の合計');
  expect(noted.get('出典')).toBeTruthy();
  expect(noted.get('時点')).toMatch(/^20\d\d-\d\d-\d\d \d\d:\d\d$/);
  expect([noted.get('秘匿した欄の数'), noted.get('報告なしの欄の数')]).toEqual([0, 0]);
  expect(noted.get('スナップショット')).toBe(data.statistics.snapshot.id);
  const link = new URL(String(noted.get('この問いのリンク')));
  expect(link.searchParams.get('snapshot')).toBe(data.statistics.snapshot.id);

  await page.goto(link.href);
  await expect.poll(() => rows(page).count(), patience).toBe(expected.length);
  await page.getByLabel('どの部署に、どの順でたずねたかも見る').check();
  await page.getByRole('heading', { name: 'この答えができるまで' }).waitFor();
  expect(await page.locator('.timeline svg').textContent()).toContain('生涯学習推進調整担当');
  expect(await rows(page).count()).toBe(expected.length);
  expect(faults).toEqual([]);
  await page.close();
});

test('the same by keyboard alone: choose, sort, and take the table away', async () => {
  const { page, faults } = await open('/workbench');
  await page.getByText('1. 数えるもの').waitFor();
  for (const choice of ['定員', '小学校区']) {
    await tabTo(page, '[type=checkbox]', choice);
    await page.keyboard.press('Space');
  }
  await page.waitForURL(/count=SEATS.*by=DISTRICT/);
  await rows(page).first().waitFor();
  await tabTo(page, 'th button', '定員（人分）');
  await page.keyboard.press('Enter');

  expect(await page.locator('th[aria-sort="descending"]').textContent()).toContain('定員');
  expect(await page.locator('.table-view [role=status]').textContent()).toContain(
    '定員の大きい順に並べました',
  );
  const download = page.waitForEvent('download');
  await tabTo(page, 'button', 'Excel（XLSX）を保存');
  await page.keyboard.press('Enter');
  expect((await download).suggestedFilename()).toMatch(/\.xlsx$/);
  expect(faults).toEqual([]);
  await page.close();
});

test('the back button takes a choice back, and the language keeps the question', async () => {
  const { page, faults } = await open(placesBySaid);
  await rows(page).first().waitFor();
  await page.getByRole('checkbox', { name: '学習機会数' }).check();
  await page.waitForURL(/count=SEATS&count=OPPORTUNITIES/);

  await page.goBack();
  await expect
    .poll(() => page.getByRole('checkbox', { name: '学習機会数' }).isChecked(), patience)
    .toBe(false);
  await page.getByRole('link', { name: 'English' }).click();
  expect(await page.getByRole('heading', { level: 1 }).textContent()).toBe('Make a statistic');
  expect(await page.getByRole('checkbox', { name: 'Places' }).isChecked()).toBe(true);
  expect(await page.evaluate('document.documentElement.lang')).toBe('en');
  expect(faults).toEqual([]);
  await page.close();
});

test('what is withheld and what nobody told look different, are explained, and leave as such', async () => {
  const { page } = await open('/workbench');
  await page.route('**/graphql', async (route) => {
    const response = await route.fetch();
    const told = await response.json();
    const [one, two, three] = told.data?.statistics?.rows ?? [];
    // No figure of the sample city is of people; these three stand for a city that has such figures.
    if (one) one.cells[0] = { ...one.cells[0], value: null, state: 'SUPPRESSED' };
    if (two)
      two.cells[0] = { ...two.cells[0], value: null, state: 'MISSING', told: 0, expected: 6 };
    if (three)
      three.cells[0] = { ...three.cells[0], told: 5, expected: 6, missing: [{ code: 'sports' }] };
    await route.fulfill({ response, json: told });
  });
  await page.goto(city.door.url + placesBySaid);
  await rows(page).first().waitFor();

  expect(await rows(page).nth(0).locator('.suppressed').textContent()).toBe('秘匿');
  expect(await rows(page).nth(1).locator('.missing').textContent()).toContain('報告なし');
  expect(await rows(page).nth(2).textContent()).toContain(
    '6部署のうち5部署、報告のない部署：スポーツ振興課',
  );
  expect(await page.locator('.cell-legend').textContent()).toMatch(
    /秘匿.*ゼロではありません.*報告なし.*ゼロではありません/s,
  );
  const csv = readFileSync(await saved(page, 'CSVを保存'), 'utf8');
  expect(csv).toMatch(/秘匿,\r\n.*報告なし,.*6部署のうち0部署\r\n/);
  expect(await barriers(page)).toEqual([]);
  await page.close();
});

test('a ready question becomes a table, a chart and a plan, is saved, and comes back', async () => {
  const { page, faults } = await open('/workbench/explore');
  await page.getByLabel('問いをことばでさがす').fill('いま申し込める大人向けの学び');
  await page.getByRole('link', { name: /^いま申し込める大人向けの学び/ }).click();
  await expect.poll(() => rows(page).count(), patience).toBe(10);
  await page.getByLabel('どの部署に、どの順でたずねたかも見る').check();
  await page.getByRole('button', { name: 'たずねる', exact: true }).click();
  await page.getByRole('heading', { name: 'この答えができるまで' }).waitFor();

  expect(await page.locator('.timeline svg').getAttribute('aria-label')).toContain('順と時間');
  expect(await page.locator('.plan tbody tr').count()).toBeGreaterThan(1);
  expect(await page.locator('.plan').textContent()).toMatch(/問いの重さ（コスト）は\d/);
  await page.getByRole('button', { name: 'つづきも取り出す' }).click();
  await expect.poll(() => rows(page).count(), patience).toBe(20);
  await page.getByLabel('図にする項目').selectOption({ label: '担当部署' });
  expect(await page.locator('.chart svg').getAttribute('aria-label')).toContain('棒の図');

  const lines = readFileSync(await saved(page, 'NDJSONで全部を保存'), 'utf8')
    .trim()
    .split('\n');
  expect(lines.length).toBeGreaterThanOrEqual(20);

  await page.getByText('この問いを保存').click();
  await page.getByLabel('問いの名前').fill('大人の学び');
  await page.getByRole('button', { name: '保存', exact: true }).click();
  await page.getByText('「大人の学び」を保存しました。').waitFor();
  await page.getByRole('link', { name: '保存した問い' }).click();
  const file = await saved(page, 'ファイルに書き出す');
  await page.getByRole('button', { name: '消す: 大人の学び' }).click();
  expect(await page.getByRole('link', { name: '大人の学び' }).count()).toBe(0);
  await page.getByLabel('ファイルから読みこむ').setInputFiles(file);
  await page.getByRole('link', { name: '大人の学び' }).click();
  await expect.poll(() => rows(page).count(), patience).toBe(20);
  expect(faults).toEqual([]);
  await page.close();
});

test('who writes GraphQL asks a question of their own, whose text is never part of a request for the page', async () => {
  const { page, faults } = await open('/workbench/explore?ask=own');
  await page
    .getByLabel('問いの文（GraphQL）')
    .fill('{ facilities(first: 3) { edges { node { name { ja } } } } }');
  await page.getByRole('button', { name: 'たずねる', exact: true }).click();

  await expect.poll(() => rows(page).count(), patience).toBe(3);
  const { hash, search } = new URL(page.url());
  expect(hash).toContain('facilities');
  expect(search).toBe('?ask=own');
  await page.reload();
  await expect.poll(() => rows(page).count(), patience).toBe(3);
  await page.getByLabel('問いの文（GraphQL）').fill('{ nothingLikeThis }');
  await page.getByRole('button', { name: 'たずねる', exact: true }).click();
  await page
    .getByText(/nothingLikeThis/)
    .first()
    .waitFor();
  expect(await page.locator('.notice').textContent()).toContain('答えられませんでした');
  // The refusal is a status of HTTP, which the browser writes into its console.
  expect(faults.filter((fault) => !fault.includes('400'))).toEqual([]);
  await page.close();
});

test('an analyst signs in with name and secret, and the departments answer what they hide from others', async () => {
  const scopes = ['plan.statistics', 'graph.explain'];
  const secret = await new Clients(city.home).add({
    name: 'analyst-desk',
    role: 'analyst',
    scopes,
    purposes: [],
  });
  const { page } = await open('/workbench/explore?ask=department%2Fp18');
  await page.getByText('サインイン（権限・目的）が必要です').waitFor();
  await page.locator('.sign-in summary').click();
  await page.getByLabel('システムの名前').fill('analyst-desk');
  await page.getByLabel('合言葉').fill('wrong');
  await page.getByRole('button', { name: 'サインイン' }).click();
  await page.getByText('名前か合言葉がちがいます。').waitFor();

  await page.getByLabel('合言葉').fill(secret);
  await page.getByRole('button', { name: 'サインイン' }).click();
  await page.getByText('analyst-deskとしてサインイン中').waitFor();
  // The rows that a stranger may see stood there before.
  const notice = page.getByText('サインイン（権限・目的）が必要です');
  await expect.poll(() => notice.count(), patience).toBe(0);
  expect(await rows(page).count()).toBe(25);
  expect(await page.evaluate('JSON.stringify([localStorage, sessionStorage])')).not.toContain(
    secret,
  );
  await page.close();
});

test('each of the 101 measures has its cell, in words, and opens to what stands behind it', async () => {
  const { page, faults } = await open('/workbench/coverage');
  const cells = page.locator('button.measure');
  await expect.poll(() => cells.count(), patience).toBe(101);

  const words = await cells.locator('.word').allTextContents();
  expect(words.filter((word) => !['実績あり', '見本だけ', 'なし'].includes(word))).toEqual([]);
  await page.getByRole('button', { name: /^1-1-1-2 / }).press('Enter');
  await page.getByRole('heading', { name: /生涯学習情報提供システムの構築/ }).waitFor();
  expect(await page.locator('.measure-detail tbody tr').count()).toBeGreaterThan(0);
  expect(page.url()).toContain('open=1-1-1-2');
  const csv = readFileSync(await saved(page, 'CSVを保存'), 'utf8');
  expect(csv.trimEnd().split('\r\n')).toHaveLength(102);
  expect(faults).toEqual([]);
  await page.close();
});

const views = [
  '/workbench',
  `${placesBySaid}&plan=on`,
  '/workbench?count=SESSIONS&by=MONTH&by=DEPARTMENT&samples=on',
  '/workbench?count=OPPORTUNITIES&by=DISTRICT&by=CATEGORY&samples=on',
  '/workbench/explore',
  '/workbench/explore?ask=p1&plan=on&by=opportunities.edges.department',
  '/workbench/explore?ask=own',
  '/workbench/coverage?open=1-1-1-2',
  '/workbench/saved',
];

test.each(views.flatMap((path) => [path, `${path}${path.includes('?') ? '&' : '?'}lang=en`]))(
  '%s has no barrier, nothing runs over the edge of a telephone, and no other machine is asked',
  async (path) => {
    const { page, faults } = await open(path, 375);
    await page.waitForLoadState('networkidle');
    await expect.poll(() => page.locator('[aria-busy="true"]').count(), patience).toBe(0);

    expect(await barriers(page)).toEqual([]);
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(375);
    expect(faults).toEqual([]);
    await page.close();
  },
);

import chromium from '@sparticuz/chromium';
import { type Browser, type Page, chromium as playwright } from 'playwright-core';

/** A real browser: the one that npm brings on Linux, else the Chrome that is installed. */
export async function openBrowser(): Promise<Browser> {
  if (process.platform !== 'linux' || process.arch !== 'x64')
    return playwright.launch({ channel: 'chrome' });
  // One process for everything is for places that allow no second one, and loses pages here.
  const args = chromium.args.filter((word) => word !== '--single-process');
  return playwright.launch({ args, executablePath: await chromium.executablePath() });
}

/** A page, and what went on in it that nobody wants. */
export interface WatchedPage {
  readonly page: Page;
  /** Errors, warnings of the policy, and requests to another machine. */
  readonly faults: string[];
}

/** Opens an address of the city in a page of its own, as wide as asked. */
export async function openPage(
  browser: Browser,
  address: string,
  width = 1_200,
): Promise<WatchedPage> {
  const page = await browser.newPage({ viewport: { width, height: 900 }, locale: 'ja-JP' });
  const faults: string[] = [];
  const { origin } = new URL(address);
  page.on('pageerror', ({ message }) => faults.push(message));
  page.on('console', (line) => {
    if (line.type() === 'error') faults.push(line.text());
  });
  page.on('request', (request) => {
    const url = new URL(request.url());
    if (url.protocol.startsWith('http') && url.origin !== origin) faults.push(url.href);
  });
  await page.goto(address);
  return { page, faults };
}

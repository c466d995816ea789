import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

import { serviceKey } from '@manabi/kit/derived-key';
import { publishedOpportunity } from '@manabi/kit/opportunity/opportunity.published';
import { declarationShape } from '@manabi/kit/pull/declaration';
import { sign } from '@manabi/kit/signature';
import { afterAll, beforeAll, expect, test } from 'vitest';

import { gatherRows } from '../src/pull/gather-rows.js';
import { previewText } from '../src/pull/preview.js';
import { sourceIn } from '../src/pull/source-files.js';
import { type Vendor, startVendor } from './start-vendor.js';

// Two pages are read, one for each name.
const [guide, aboutFeeds] = ['connecting', 'feed'].map((page) =>
  readFileSync(new URL(`../../docs/${page}.md`, import.meta.url), 'utf8'),
) as [string, string];

/** An example of the guide by its name, as who copies it has it. */
function example(name: string, text: string = guide): string {
  const found = new RegExp(
    `^\`\`\`\\w+ ${name.replaceAll('.', '\\.')}\n([\\s\\S]*?)^\`\`\``,
    'm',
  ).exec(text);
  if (!found?.[1]) throw new Error(`The guide has no example ${name}.`);
  return found[1];
}

let vendor: Vendor;
let folder: string;

beforeAll(async () => {
  vendor = await startVendor();
  folder = mkdtempSync(join(tmpdir(), 'manabi-guide-'));
  const token = readFileSync(vendor.tokenFile, 'utf8');
  writeFileSync(join(folder, 'library.token'), token);
  process.env['LIBRARY_TOKEN'] = token;
});

afterAll(async () => {
  delete process.env['LIBRARY_TOKEN'];
  rmSync(folder, { recursive: true, force: true });
  await vendor.stop();
});

/** A declaration of the guide, with the vendor's address in the place of the example's. */
function declared(name: string): ReturnType<typeof sourceIn> {
  const file = join(folder, name);
  writeFileSync(file, example(name).replace('https://books.example.jp', vendor.url));
  return sourceIn(file);
}

test.each(['library-books.json', 'library-feed.json', 'library-changed.json'])(
  'the declaration %s of the guide pulls every book of a vendor as it stands there',
  async (name) => {
    const source = declared(name);

    const { rows, file } = await gatherRows(source, { folder: join(folder, 'pulled') });

    expect(rows).toBe(12);
    expect(readFileSync(file, 'utf8')).toContain('見本の支えあい,作例 二葉；作例 三郎');
    expect(await previewText(source)).toContain('Taken 5, repaired 0, set aside 0.');
  },
);

test('the live question of the guide is answered as the guide says', async () => {
  const headers = { authorization: `Bearer ${readFileSync(vendor.tokenFile, 'utf8').trim()}` };
  const response = await fetch(`${vendor.url}/live`, {
    method: 'POST',
    headers,
    body: example('live-question'),
  });

  expect(await response.json()).toEqual({ ...JSON.parse(example('live-answer')), session: 's1' });
});

test('the check of who asks, copied from the guide, takes what a gateway signs, once', async () => {
  const file = join(folder, 'check-signature.mjs');
  writeFileSync(file, example('check-signature.mjs'));
  // What the example exports is what the guide shows.
  const { isSigned } = (await import(pathToFileURL(file).href)) as {
    isSigned: (key: string, body: string, header?: string) => boolean;
  };
  const header = sign('key', '{"query":"{ a }"}');

  const first = isSigned('key', '{"query":"{ a }"}', header);
  const refused = [
    isSigned('key', '{"query":"{ a }"}', header),
    isSigned('key', '{"query":"{ b }"}', sign('key', '{"query":"{ a }"}')),
    isSigned('other', 'x', sign('key', 'x')),
    isSigned('key', 'x', sign('key', 'x', { now: new Date(Date.now() - 120_000) })),
    isSigned('key', 'x'),
  ];

  expect(first).toBe(true);
  expect(refused).toEqual([false, false, false, false, false]);
});

test('what the guide tells of an event in a feed is what the index reads, and every field of it is told', () => {
  const told = publishedOpportunity.strict().parse(JSON.parse(example('feed-data', aboutFeeds)));

  expect(told.title.ja).toBe('絵本の会');
  for (const field of Object.keys(publishedOpportunity.shape))
    expect(aboutFeeds).toContain(`\`${field}\``);
});

test('the key of sandboxes in the guide is that of the library, and every key of a declaration is told', () => {
  expect(guide).toContain(serviceKey('a key for test vectors, never for a city', 'library'));
  for (const key of Object.keys(declarationShape.shape)) expect(guide).toContain(`\`${key}\``);
});

import { createHash } from 'node:crypto';

import { afterAll, beforeAll, expect, test } from 'vitest';

import { paths } from '../src/city/front-door.js';
import { committedDocuments } from '../src/graph/document-folders.js';
import { askFor } from './ask-as.js';
import { ask, question, whole } from './ask.js';
import { type TestCity, openTestCity } from './open-test-city.js';

const namesIn = (folder: 'public' | 'department') =>
  committedDocuments(folder).map(({ name }) => name);

let city: TestCity;
beforeAll(async () => {
  city = await openTestCity({ mode: 'production', warm: true });
});
afterAll(() => city.stop());

test.each(namesIn('public'))('in production %s is answered as the page sends it', async (name) => {
  expect(whole(await ask(city, question(name)))).toBeDefined();
});

test.each(namesIn('department'))(
  'in production %s is answered to whom it is for, and at the public address to nobody',
  async (name) => {
    const answered = await askFor(city, name);
    const { errors } = await ask(city, question(name));

    expect(whole(answered)).toBeDefined();
    expect(errors?.[0]?.extensions?.code).toBe('DOCUMENT_NOT_TRUSTED');
  },
);

test('in production a document is answered by its digest, also by GET', async () => {
  const { query, variables } = question('search-page');
  const documentId = `sha256:${createHash('sha256').update(query).digest('hex')}`;
  const asked = new URLSearchParams({ documentId, variables: JSON.stringify(variables) });

  const answer = await fetch(`${city.door.url}${paths.public}?${asked.toString()}`, {
    headers: { 'graphql-require-preflight': 'yes' },
  });

  expect(answer.status).toBe(200);
  expect(await answer.json()).toMatchObject({
    data: { opportunities: { edges: expect.any(Array) } },
  });
});

test('in production nobody may ask anything else, the schema least of all', async () => {
  const first = question('first-question').query;
  for (const path of Object.values(paths).filter((each) => each.endsWith('graphql'))) {
    for (const query of ['{ __schema { types { name } } }', '{ __typename }', `${first} `]) {
      const { data, errors } = await ask(city, { query }, { path });
      expect(data).toBeUndefined();
      expect(errors?.[0]?.extensions?.code).toBe('DOCUMENT_NOT_TRUSTED');
    }
  }
});

test('in production everything that a search finds comes as one table, the same as page by page', async () => {
  const { query } = question('portal-found');
  const variables = { filter: {}, sort: 'RECENT', first: 100 };
  const edges: { kind: string; title: { ja: string }; node: { id: string } | null }[] = [];
  let after: string | null = null;
  do {
    const { opportunities } = whole(await ask(city, { query, variables: { ...variables, after } }));
    edges.push(...opportunities.edges);
    const { hasNextPage, endCursor } = opportunities.pageInfo;
    after = hasNextPage ? endCursor : null;
  } while (after !== null);

  const table = await fetch(`${city.door.url}${paths.public}?format=ndjson&pages=all`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query, variables }),
  });
  const lines = (await table.text()).trimEnd().split('\n');
  const rows = lines.map((line) => JSON.parse(line) as Record<string, unknown>);

  expect(rows.length).toBeGreaterThan(variables.first);
  expect(rows.map((row) => [row['edge.kind'], row['edge.title.ja'], row['id']])).toEqual(
    edges.map(({ kind, title, node }) => [kind, title.ja, node?.id ?? null]),
  );
});

test('in production the pages are there, and the operator sees that all is ready', async () => {
  expect((await fetch(`${city.door.url}/ready`)).status).toBe(200);
  expect((await fetch(`${city.door.url}/health`)).status).toBe(200);
});

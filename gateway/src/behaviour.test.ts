import { readdirSync, readFileSync, existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openMarket, type OpenMarket } from './testing/open-market.js';

// Each folder of gateway/test is one behaviour: what is asked, and what is answered.
const folder = fileURLToPath(new URL('../test', import.meta.url));
const behaviours = readdirSync(folder, { withFileTypes: true }).filter((entry) =>
  entry.isDirectory(),
);

let market: OpenMarket;
beforeAll(async () => {
  market = await openMarket();
});
afterAll(async () => {
  await market.close();
});

const read = (behaviour: string, file: string): string =>
  readFileSync(`${folder}/${behaviour}/${file}`, 'utf8');

test.each(behaviours.map(({ name }) => name))('%s', async (behaviour) => {
  const query = read(behaviour, 'query.graphql');
  const hasVariables = existsSync(`${folder}/${behaviour}/variables.json`);
  const variables = hasVariables ? JSON.parse(read(behaviour, 'variables.json')) : undefined;

  const answer = await market.ask(query, variables);

  expect(answer).toEqual(JSON.parse(read(behaviour, 'expected.json')));
});

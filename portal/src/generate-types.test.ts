import { buildSchema } from 'graphql';
import { expect, test } from 'vitest';

import { generateTypes } from './generate-types.js';

const schema = buildSchema('type Query { opportunities: Int, secret: Int }');

test('the types of the pages say what is asked, and nothing of what is not', async () => {
  const types = await generateTypes(
    schema,
    new Map([
      ['search-page.graphql', 'query SearchPage { opportunities }'],
      ['p1.graphql', 'query Another { secret }'],
    ]),
  );

  expect(types).toContain(
    'export type SearchPageQuery = { readonly opportunities: number | null }',
  );
  expect(types).not.toContain('secret');
});

test('a page that asks what the graph does not have is refused by name', async () => {
  const documents = new Map([['search-page.graphql', 'query SearchPage { opportunitys }']]);

  await expect(generateTypes(schema, documents)).rejects.toThrow(/opportunitys/);
});

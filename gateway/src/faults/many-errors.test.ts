import { expect, onTestFinished, test } from 'vitest';
import { openMarket } from '../testing/open-market.js';

// A further B4 of the list of faults: each error of an answer is looked for among all that is known.

const products = 2_000;
const errors = 100_000;

test('a subgraph that sends errors without end does not stop the gateway for others', async () => {
  const market = await openMarket();
  onTestFinished(() => market.close());
  const answering = (name: string, value: unknown): void => {
    const text = JSON.stringify(value);
    market.subgraphs.get(name)!.fault = (response) =>
      void response.writeHead(200, { 'content-type': 'application/json' }).end(text);
  };
  const rows = Array.from({ length: products }, (_, id) => ({
    __typename: 'Product',
    id: `p${id}`,
    name: `Ware ${id}`,
  }));
  answering('catalog', { data: { products: rows } });
  answering('opinion', {
    data: { _entities: rows.map(() => null) },
    errors: Array.from({ length: errors }, (_, at) => ({
      message: 'no',
      path: ['_entities', at % products, 'stars'],
    })),
  });
  await market.ask('{ products { name stars } makers { name } }');

  let late = 0;
  let before = performance.now();
  const watch = setInterval(() => {
    late = Math.max(late, performance.now() - before);
    before = performance.now();
  }, 5);
  const answer = await market.ask('{ products { name stars } makers { name } }');
  clearInterval(watch);

  expect(answer.data?.['makers']).toHaveLength(2);
  expect(answer.data?.['products']).toHaveLength(products);
  expect(answer.errors?.length).toBeGreaterThan(0);
  expect(late).toBeLessThan(3_000);
});

test('a subgraph that tells a place without end has its error told where it was asked', async () => {
  const market = await openMarket();
  onTestFinished(() => market.close());
  const path = ['products', ...Array.from({ length: 100_000 }, () => 0)];
  const text = JSON.stringify({ data: { products: null }, errors: [{ message: 'no', path }] });
  market.subgraphs.get('catalog')!.fault = (response) =>
    void response.writeHead(200, { 'content-type': 'application/json' }).end(text);

  const { errors } = await market.ask('{ products { name } }');

  expect(errors?.map((error) => error.path)).toEqual([['products']]);
});

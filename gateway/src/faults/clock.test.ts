import { afterEach, expect, test, vi } from 'vitest';
import { openMarked } from '../testing/marked/marked-gateway.js';
import { openMarket } from '../testing/open-market.js';

const hour = 3_600_000;

/** Sets the clock of this process; timers go on as they were. */
function setClock(by: number): void {
  vi.useFakeTimers({ toFake: ['Date'] });
  vi.setSystemTime(Date.now() + by);
}

afterEach(() => {
  vi.useRealTimers();
});

test.each([
  ['forward', hour],
  ['back', -hour],
])(
  'a clock that is set an hour %s in the middle of a request loses nothing of it',
  async (_, by) => {
    const market = await openMarket();
    const question = '{ products { name stars } }';
    const before = await market.ask(question);
    const catalog = market.subgraphs.get('catalog');
    if (!catalog) throw new Error('The market has no catalog.');
    const products = ['p1', 'p2', 'p3'].map((id) => ({ __typename: 'Product', id, name: id }));
    catalog.fault = (response) => {
      setClock(by);
      response.writeHead(200, { 'content-type': 'application/json' });
      response.end(JSON.stringify({ data: { products } }));
    };

    const answer = await market.ask(question);

    const stars = (before.data as { products: { stars: number }[] }).products.map(
      (each) => each.stars,
    );
    expect(answer).toEqual({
      data: { products: products.map(({ name }, index) => ({ name, stars: stars[index] })) },
    });
    catalog.fault = undefined;
    expect(await market.ask(question)).toEqual(before);
    await market.close();
  },
);

async function statusOf(url: string, token: string): Promise<number> {
  const response = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
    body: JSON.stringify({ query: '{ __typename }' }),
  });
  await response.arrayBuffer();
  return response.status;
}

test('a token counts by the clock as it is set, within the tolerance only', async () => {
  const marked = await openMarked();
  const token = await marked.tokenOf('somebody');
  expect(await statusOf(marked.url, token)).toBe(200);

  setClock(-20_000);
  expect(await statusOf(marked.url, token)).toBe(200);
  setClock(25 * hour);
  expect(await statusOf(marked.url, token)).toBe(401);

  await marked.close();
});

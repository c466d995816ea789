import { serverAudits } from 'graphql-http';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openMarket, type OpenMarket } from '../testing/open-market.js';

let market: OpenMarket;
beforeAll(async () => {
  market = await openMarket();
});
afterAll(() => market.close());

/** Sends what a client has to send that no foreign web page can. */
const askingFirst: typeof fetch = (address, init) => {
  const headers = new Headers(init?.headers);
  headers.set('graphql-require-preflight', 'yes');
  return fetch(address, { ...init, headers });
};
const audits = serverAudits({ url: () => market.url, fetchFn: askingFirst });

test('the audit of GraphQL over HTTP has not become shorter', () => {
  expect(audits.length).toBeGreaterThanOrEqual(61);
});

test.each(audits.map((audit) => [audit.id, audit.name, audit] as const))(
  '%s of the audit holds: %s',
  async (_, __, audit) => {
    const result = await audit.fn();

    expect(result).toMatchObject({ status: 'ok' });
  },
);

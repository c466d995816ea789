import { expect, test } from 'vitest';
import type { RateStore } from '../front-door/rate-store.js';
import { allShips, openHarbour, type OpenHarbour } from '../testing/open-harbour.js';

/** A city whose streams stop half-way in opening, until they may go on. */
async function openHalfWay(): Promise<{
  city: OpenHarbour;
  halfWay: Promise<void>;
  goOn: () => void;
}> {
  let goOn: () => void = () => undefined;
  let arrived: () => void = () => undefined;
  const gate = new Promise<void>((resolve) => (goOn = resolve));
  const halfWay = new Promise<void>((resolve) => (arrived = resolve));
  const rateStore: RateStore = {
    take: async (_, amount) => {
      arrived();
      await gate;
      return { isGranted: true, used: amount, wait: 0 };
    },
  };
  const rates = { costPerMinute: 1_000_000 };
  const city = await openHarbour('in process', { rates, rateStore });
  return { city, halfWay, goOn };
}

test('a stream that opens while the gateway is told to close does not hold it up', async () => {
  const { city, halfWay, goOn } = await openHalfWay();
  const opening = city.stream({ query: allShips });
  await halfWay;
  city.gateway.retire();
  goOn();
  const client = await opening;
  await client.ended;

  expect(client.retry).toBe(1_000);
  await expect.poll(() => city.gateway.streams()).toMatchObject({ open: 0, upstream: 0 });
});

test('a stream that opens while another supergraph is served goes over to it too', async () => {
  const { city, halfWay, goOn } = await openHalfWay();
  const opening = city.stream({ query: allShips });
  await halfWay;
  await city.gateway.reload(city.supergraph().replaceAll('windAtShip', 'breeze'));
  goOn();
  const client = await opening;
  await client.ended;

  expect(client.events[0]?.answer.errors?.[0]?.extensions.code).toBe('VALIDATION_FAILED');
});

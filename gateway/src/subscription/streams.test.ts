import { expect, test } from 'vitest';
import type { EventClient } from '../testing/event-client.js';
import { allShips, openHarbour } from '../testing/open-harbour.js';

const told = ({ events }: EventClient): string[] =>
  events.flatMap(({ answer }) => {
    const change = answer.data?.['shipChanged'] as { id: string } | null | undefined;
    return change ? [change.id] : [];
  });

const settled = (client: EventClient, count: number): Promise<void> =>
  expect.poll(() => told(client).length, { timeout: 5_000, interval: 20 }).toBe(count);

test.each(['http', 'in process'] as const)(
  'a commit is told within two seconds with fields of both departments, %s',
  async (way) => {
    const city = await openHarbour(way);
    const client = await city.stream({ query: allShips });
    const begun = performance.now();
    await city.arrive('a');
    await settled(client, 1);
    const delay = performance.now() - begun;

    expect(client.status).toBe(200);
    expect(client.headers['content-type']).toBe('text/event-stream; charset=utf-8');
    expect(client.events[0]).toMatchObject({
      name: 'next',
      answer: {
        data: {
          shipChanged: {
            id: 'a',
            state: 'UPDATED',
            ship: { name: 'a Maru', windAtShip: 'wind at a' },
          },
        },
      },
    });
    expect(delay).toBeLessThan(2_000);
  },
);

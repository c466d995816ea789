import { afterEach, expect, test } from 'vitest';
import { openMarket, type OpenMarket } from '../testing/open-market.js';
import { Telemetry } from './telemetry.js';

let market: OpenMarket;
afterEach(() => market.close());

const question = 'query Tanaka($id: ID!) { tanaka: product(id: $id) { name maker { name } } }';

async function linesOf(slowRequest: number): Promise<unknown[]> {
  const lines: unknown[] = [];
  const ignore = (): undefined => undefined;
  market = await openMarket({
    slowRequest,
    observer: new Telemetry(),
    log: {
      info: ignore,
      error: ignore,
      warn: (fields: object, message?: string) => void lines.push({ ...fields, message }),
    },
  });
  await market.ask(question, { id: 'tanaka' });
  await market.ask(question, { id: 'p1' });
  return lines;
}

test('a slow request is told with where its time went, and with nothing that anybody wrote or read', async () => {
  const lines = await linesOf(1);

  expect(lines).toMatchObject([
    { message: 'A request was slow.', contract: 'full', operation: 'ad hoc', kind: 'query' },
    {
      fetches: [
        { service: expect.any(String), milliseconds: expect.any(Number), outcome: 'ANSWERED' },
        { service: expect.any(String) },
      ],
      stages: { plan: expect.any(Number), execute: expect.any(Number) },
    },
  ]);
  expect(JSON.stringify(lines)).not.toMatch(/tanaka|p1|Kettle/i);
});

test.each([0, 60_000])('with %i milliseconds none of these is told', async (slowRequest) => {
  expect(await linesOf(slowRequest)).toEqual([]);
});

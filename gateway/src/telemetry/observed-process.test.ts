import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { verifyAccessRecord } from '../access-record/verify.js';
import { openCollector } from '../testing/collector.js';
import { openProcessMarket, type ProcessMarket } from '../testing/gateway-process.js';
import { readPrometheus } from '../testing/prometheus-text.js';

const closing: (() => Promise<void> | void)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0).toReversed()) await close();
});

const ask = async ({ url }: ProcessMarket, query: string): Promise<unknown> => {
  const response = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query }),
  });
  return response.json();
};

test('a gateway on its own serves metrics, sends traces and keeps its record when it is told to stop', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'manabi-observed-'));
  closing.push(() => rmSync(folder, { recursive: true, force: true }));
  const collector = await openCollector();
  closing.push(() => collector.close());
  const market = await openProcessMarket({
    operator: { port: 0 },
    tracing: { endpoint: collector.endpoint, ratio: 1 },
    access: { folder },
    shutdown: { notice: 0 },
  });
  closing.push(() => market.close());
  await ask(market, '{ makers { name pin } }');
  const told = market.log.find(({ msg }) => msg === 'The gateway answers.');

  const metrics = readPrometheus(
    await (await fetch(`${String(told?.['operatorUrl'])}/metrics`)).text(),
  );
  market.child.kill('SIGTERM');

  expect(await market.ended).toBe(0);
  expect(metrics.get('hub_access_record_entries_total')).toBe(1);
  expect(metrics.get('hub_access_record_writing')).toBe(1);
  expect(await verifyAccessRecord(folder)).toMatchObject({ lines: 1, faults: [] });
  expect(existsSync(join(folder, 'writer.lock'))).toBe(false);
  expect(collector.spans().map(({ name }) => name)).toContain('fetch people');
});

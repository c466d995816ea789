import { expect, test } from 'vitest';
import { openCollector } from '../testing/collector.js';
import { Telemetry } from './telemetry.js';
import { Tracing } from './tracing.js';

const rounds = 20_000;
const operation = { text: '{ a }' };

/** Microseconds of processor time that noting one request with seven fetches takes. */
function costOf(telemetry: Telemetry): number {
  const note = (): void => {
    const record = telemetry.begun({ contract: 'full', requestId: 'r' });
    const query = { definition: { operation: 'query' as const } };
    record.understood({ isTrusted: false }, { operation: query, cost: 120 });
    record.isPlanKnown = true;
    record.ended('plan');
    for (let index = 0; index < 7; index += 1) {
      const fetch = record.fetch(`service-${index % 4}`, operation);
      fetch.bytes = 12_000;
      fetch.ended('ANSWERED');
    }
    record.ended('execute');
    record.ended('project');
    telemetry.ended(record);
    telemetry.responded('full', 200);
  };
  for (let round = 0; round < rounds / 10; round += 1) note();
  const before = process.cpuUsage();
  for (let round = 0; round < rounds; round += 1) note();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / rounds;
}

test('noting a request with seven fetches takes a small part of what answering it does', async () => {
  const collector = await openCollector();
  const plain = new Telemetry();
  const sampled = new Telemetry(await Tracing.open({ endpoint: collector.endpoint, ratio: 0.01 }));

  const costs = { metrics: costOf(plain), withTraces: costOf(sampled) };

  await Promise.all([plain.close(), sampled.close()]);
  await collector.close();
  process.stdout.write(`microseconds of processor time per request: ${JSON.stringify(costs)}\n`);
  // Some ten on a quiet machine; a slow and busy one may take several times as long.
  expect(costs.metrics).toBeLessThan(150);
  expect(costs.withTraces).toBeLessThan(250);
});

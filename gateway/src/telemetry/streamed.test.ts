import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { AccessRecord } from '../access-record/access-record.js';
import { openMarket } from '../testing/open-market.js';
import { readPrometheus } from '../testing/prometheus-text.js';
import { Telemetry } from './telemetry.js';

const closing: (() => Promise<void> | void)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0).toReversed()) await close();
});

test('what is asked as a stream of events is counted, recorded and explained like anything else', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'manabi-streamed-'));
  closing.push(() => rmSync(folder, { recursive: true, force: true }));
  const silence = { info: () => undefined, warn: () => undefined, error: () => undefined };
  const accessRecord = await AccessRecord.open({ folder, log: silence });
  closing.push(() => accessRecord.close());
  const telemetry = new Telemetry();
  closing.push(() => telemetry.close());
  const market = await openMarket({ observer: telemetry, accessRecord });
  closing.push(() => market.close());

  const response = await fetch(market.url, {
    method: 'POST',
    headers: { 'content-type': 'application/json', accept: 'text/event-stream' },
    body: JSON.stringify({ query: '{ makers { name pin } }', extensions: { explain: true } }),
  });
  const text = await response.text();

  expect(response.headers.get('content-type')).toContain('text/event-stream');
  expect(text).toContain('"explain":{"plan"');
  const samples = readPrometheus(telemetry.metrics());
  const requests = 'hub_gateway_requests_total{contract="full",kind="query",operation="ad hoc"';
  expect(samples.get(`${requests},code="ANSWERED_IN_PART"}`)).toBe(1);
  const fetches = 'hub_gateway_fetches_total{service="people",outcome="ANSWERED",source="asked"}';
  expect(samples.get(fetches)).toBe(1);
  const file = readdirSync(folder).find((name) => name.startsWith('access-')) ?? '';
  const lines = readFileSync(join(folder, file), 'utf8').trimEnd().split('\n');
  expect(lines).toHaveLength(1);
  expect(lines[0]).toContain('"Maker.pin":"UNAUTHENTICATED"');
});

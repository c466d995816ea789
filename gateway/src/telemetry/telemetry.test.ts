import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Writable } from 'node:stream';
import { exportJWK, generateKeyPair, SignJWT } from 'jose';
import { pino } from 'pino';
import { afterEach, expect, test } from 'vitest';
import { AccessRecord } from '../access-record/access-record.js';
import type { GatewayOptions } from '../gateway.js';
import { LocalKeys } from '../identity/keys.js';
import { openCollector, type Collector, type ReceivedSpan } from '../testing/collector.js';
import { openMarket, type OpenMarket } from '../testing/open-market.js';
import { readPrometheus } from '../testing/prometheus-text.js';
import { openOperatorServer } from './operator-server.js';
import { Telemetry } from './telemetry.js';
import { Tracing, type TracingOptions } from './tracing.js';

const closing: (() => Promise<void> | void)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0).toReversed()) await close();
});

async function open(options: Partial<GatewayOptions> = {}, tracing?: Tracing) {
  const telemetry = new Telemetry(tracing);
  closing.push(() => telemetry.close());
  const market = await openMarket({ observer: telemetry, ...options });
  closing.push(() => market.close());
  return { telemetry, market, samples: () => readPrometheus(telemetry.metrics()) };
}

async function openTraced(given: Partial<TracingOptions> = {}) {
  const collector = await openCollector();
  closing.push(() => collector.close());
  const tracing = await Tracing.open({ endpoint: collector.endpoint, ratio: 1, ...given });
  return { collector, ...(await open({}, tracing)) };
}

const spansOf = async (collector: Collector, count: number): Promise<ReceivedSpan[]> => {
  await expect
    .poll(() => collector.spans().length, { timeout: 10_000 })
    .toBeGreaterThanOrEqual(count);
  return collector.spans();
};

const send = (
  { url }: OpenMarket,
  body: unknown,
  headers: Record<string, string> = {},
): Promise<Response> =>
  fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify(body),
  });

const question = '{ products { name stars } makers { name } }';

test('a Prometheus server reads at the operator address how requests, stages and fetches went', async () => {
  const { market, telemetry } = await open();
  const operator = await openOperatorServer({
    port: 0,
    pages: new Map([
      ['/metrics', { type: 'text/plain; version=0.0.4', body: () => telemetry.metrics() }],
    ]),
  });
  closing.push(() => operator.close());
  await market.ask(question);
  await market.ask(question);
  await market.ask('{ nothing }');

  const response = await fetch(`${operator.url}/metrics`);

  expect(response.headers.get('content-type')).toContain('version=0.0.4');
  const samples = readPrometheus(await response.text());
  const requests = 'hub_gateway_requests_total{contract="full",kind=';
  expect(samples.get(`${requests}"query",operation="ad hoc",code="ANSWERED"}`)).toBe(2);
  expect(samples.get(`${requests}"unknown",operation="ad hoc",code="VALIDATION_FAILED"}`)).toBe(1);
  expect(samples.get('hub_gateway_plans_total{contract="full",result="miss"}')).toBe(1);
  expect(samples.get('hub_gateway_plans_total{contract="full",result="hit"}')).toBe(1);
  for (const stage of ['document', 'plan', 'execute', 'project']) {
    const labels = `{contract="full",stage="${stage}"}`;
    expect(samples.get(`hub_gateway_stage_duration_seconds_count${labels}`)).toBe(2);
  }
  const fetches = 'hub_gateway_fetches_total{service="opinion",outcome="ANSWERED",source="asked"}';
  expect(samples.get(fetches)).toBe(2);
  expect(samples.get('hub_gateway_fetch_bytes_total{service="opinion"}')).toBeGreaterThan(20);
  expect(samples.get('hub_gateway_responses_total{contract="full",status="200"}')).toBe(3);
  expect(samples.get('hub_gateway_generations{contract="full"}')).toBe(1);
  expect(samples.get('hub_gateway_way{contract="full",service="opinion",state="closed"}')).toBe(1);
  expect(samples.get('hub_process_memory_bytes{kind="rss"}')).toBeGreaterThan(1e7);
  expect([...samples.keys()].some((key) => key.startsWith('hub_event_loop_delay_seconds'))).toBe(
    true,
  );
  expect((await fetch(`${operator.url}/graphql`)).status).toBe(404);
});

test('a silent subgraph and whoever is turned away at the door are counted', async () => {
  // However slow the machine is, the second request comes before the client may ask again.
  const { market, samples } = await open({ rates: { requestsPerSecond: 0.001, burst: 1 } });
  await market.subgraphs.get('opinion')?.close();
  await market.ask(question);

  const limited = await send(market, { query: question });

  expect(limited.status).toBe(429);
  const turned = 'hub_gateway_turned_away_total{contract="full",reason="limited"}';
  expect(samples().get(turned)).toBe(1);
  const fetches =
    'hub_gateway_fetches_total{service="opinion",outcome="SUBGRAPH_UNREACHABLE",source="asked"}';
  expect(samples().get(fetches)).toBe(1);
});

test('the name of an operation is told only where its document is trusted', async () => {
  const trusted = 'query Shelf { products { name } }';
  const { market, samples } = await open({ trustedDocuments: [trusted] });
  await market.ask(trusted);
  await market.ask('query Yamada_Taro_1950 { products { name } }');

  const names = [...samples().keys()].filter((key) => key.startsWith('hub_gateway_requests_total'));

  expect(names.map((key) => /operation="([^"]*)"/.exec(key)?.[1] ?? '').toSorted()).toEqual([
    'Shelf',
    'ad hoc',
  ]);
});

test('a trace holds the request, its planning and each fetch, and goes on in the subgraphs', async () => {
  const { market, collector } = await openTraced();

  await market.ask(question);

  const spans = await spansOf(collector, 5);
  const request = spans.find(({ name }) => name === 'query ad hoc');
  expect(spans.map(({ name }) => name).sort()).toEqual([
    'fetch catalog',
    'fetch opinion',
    'fetch people',
    'plan',
    'query ad hoc',
  ]);
  expect(new Set(spans.map(({ traceId }) => traceId)).size).toBe(1);
  for (const span of spans) {
    if (span !== request) expect(span.parentSpanId).toBe(request?.spanId);
    expect(BigInt(span.endTimeUnixNano)).toBeGreaterThanOrEqual(BigInt(span.startTimeUnixNano));
    expect(Math.abs(Number(BigInt(span.startTimeUnixNano) / 1_000_000n) - Date.now())).toBeLessThan(
      60_000,
    );
  }
  for (const name of ['catalog', 'opinion', 'people']) {
    const span = spans.find((each) => each.name === `fetch ${name}`);
    const [headers] = market.subgraphs.get(name)?.headers ?? [];
    expect(headers?.['traceparent']).toBe(`00-${span?.traceId}-${span?.spanId}-01`);
  }
});

test('a trace that a believed sender began goes on under its number', async () => {
  const { market, collector } = await openTraced({ ratio: 0, followsSender: true });
  const traceparent = '00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01';

  await send(market, { query: '{ products { name } }' }, { traceparent });

  const [span] = await spansOf(collector, 3);
  expect(span).toMatchObject({
    traceId: '0af7651916cd43dd8448eb211c80319c',
    parentSpanId: 'b7ad6b7169203331',
  });
});

test('a stranger cannot have its requests traced, and its broken headers change nothing', async () => {
  const { market, collector } = await openTraced({ ratio: 0 });
  const sampled = '00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01';
  for (const traceparent of [sampled, 'x', `00-${'0'.repeat(32)}-${'0'.repeat(16)}-01`]) {
    const response = await send(market, { query: '{ products { name } }' }, { traceparent });
    expect(response.status).toBe(200);
  }
  const [first, second] = market.subgraphs.get('catalog')?.headers ?? [];

  expect(first?.['traceparent']).toMatch(/^00-0af7651916cd43dd8448eb211c80319c-[0-9a-f]{16}-00$/);
  expect(second?.['traceparent']).toMatch(/^00-(?!0af7)[0-9a-f]{32}-[0-9a-f]{16}-00$/);
  // One round of the exporter, which sends each second.
  await new Promise((resolve) => setTimeout(resolve, 1300));
  expect(collector.texts).toEqual([]);
});

test('every answer names its request, by its own name only where that was generated', async () => {
  const { market } = await open();
  const given = '7f0c2f4e-9a53-4b0e-8a77-0f1f5c1f9e11';
  const idFor = async (headers: Record<string, string>) =>
    (await send(market, { query: '{ products { name } }' }, headers)).headers.get('x-request-id');

  expect(await idFor({ 'x-request-id': given })).toBe(given);
  expect(await idFor({ 'x-request-id': 'yamada-taro' })).toMatch(/^[0-9a-f]{8}-[0-9a-f-]{27}$/);
  expect(market.subgraphs.get('catalog')?.headers[0]?.['x-request-id']).toBe(given);
});

test('no log, metric, trace or access record holds a variable, a literal, a name from the document, a token or an address', async () => {
  const markers = ['variable', 'literal', 'operation', 'alias', 'answer', 'address', 'client'].map(
    (kind) => `planted_${kind}_marker`,
  );
  const folder = mkdtempSync(join(tmpdir(), 'manabi-telemetry-'));
  closing.push(() => rmSync(folder, { recursive: true, force: true }));
  const logged: string[] = [];
  const sink = new Writable({
    write(chunk, _, done) {
      logged.push(String(chunk));
      done();
    },
  });
  const log = pino({ level: 'trace' }, sink);
  const accessRecord = await AccessRecord.open({ folder, log });
  closing.push(() => accessRecord.close());
  const { privateKey, publicKey } = await generateKeyPair('ES256');
  const jwk = { ...(await exportJWK(publicKey)), kid: 'k', alg: 'ES256' };
  const identity = {
    issuers: [{ issuer: 'https://city', audience: 'hub', keys: new LocalKeys(() => set) }],
    onRefused: (reason: string) => log.warn({ reason }, 'refused'),
  };
  const set = { keys: [jwk] };
  const collector = await openCollector();
  closing.push(() => collector.close());
  const tracing = await Tracing.open({ endpoint: collector.endpoint, ratio: 1 });
  const { market, telemetry } = await open({ log, accessRecord, identity }, tracing);
  const token = await new SignJWT({ role: 'analyst', scope: 'wages', client_id: 'desk' })
    .setProtectedHeader({ alg: 'ES256', kid: 'k', typ: 'JWT' })
    .setIssuer('https://city')
    .setAudience('hub')
    .setSubject('planted_subject_marker')
    .setIssuedAt()
    .setExpirationTime('5m')
    .sign(privateKey);
  const query =
    'query planted_operation_marker($name: String!) { planted_alias_marker: product(id: "planted_literal_marker") { name price(currency: $name) stars } secretMaker { pin wage } broken }';
  const variables = { name: 'planted_variable_marker' };
  const told = {
    authorization: `Bearer ${token}`,
    'x-forwarded-for': 'planted_address_marker',
    'user-agent': 'planted_client_marker',
    'x-request-id': 'planted_client_marker',
  };

  await (await send(market, { query, variables }, told)).text();
  await (
    await send(market, { query, variables }, { ...told, authorization: `${told.authorization}x` })
  ).text();
  await (await send(market, { query: `${query} planted_literal_marker`, variables }, told)).text();
  await (
    await send(market, { query, variables: { name: ['planted_variable_marker'] } }, told)
  ).text();
  const opinion = market.subgraphs.get('opinion');
  if (opinion) {
    opinion.fault = (response) =>
      response
        .writeHead(500, { 'content-type': 'planted_answer_marker' })
        .end('planted_answer_marker');
  }
  await (
    await send(market, { query: 'query planted_operation_marker { products { stars } }' }, told)
  ).text();

  const spans = await spansOf(collector, 8);
  const tracesText = collector.texts.join('\n');
  const metricsText = telemetry.metrics();
  const logText = logged.join('');
  expect(spans.length).toBeGreaterThanOrEqual(8);
  expect(logText).toContain('requestId');
  // What a subgraph said of its own answer may stand in the log, and nowhere else.
  for (const marker of [
    ...markers,
    'planted_subject_marker',
    token,
    token.split('.')[2] ?? token,
  ]) {
    expect(tracesText).not.toContain(marker);
    expect(metricsText).not.toContain(marker);
    if (marker !== 'planted_answer_marker') expect(logText).not.toContain(marker);
  }
  const file = readdirSync(folder).find((name) => name.startsWith('access-')) ?? '';
  const recordText = readFileSync(join(folder, file), 'utf8');
  expect(recordText).toContain('"subject":"planted_subject_marker"');
  expect(recordText).toContain('"Maker.pin":"ALLOWED"');
  for (const marker of [...markers, token, '1111']) expect(recordText).not.toContain(marker);
});

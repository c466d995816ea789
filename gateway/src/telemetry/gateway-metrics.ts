import { Counter, Histogram, type Metric } from './metric.js';
import type { RequestRecord, Stage } from './request-record.js';

/** Seconds by which durations are told apart: from one millisecond to the longest a request may last. */
const seconds = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];
/** Stages may be far shorter than a request. */
const shortSeconds = [0.000_05, 0.0001, 0.000_25, 0.0005, ...seconds];
const costs = [1, 10, 50, 100, 250, 500, 1000, 2500, 5000, 10_000, 50_000, 100_000];

/** What is counted of requests and fetches. Labels are of closed lists, or names of the contract: never of a caller. */
export class GatewayMetrics {
  readonly #requests = new Counter(
    'hub_gateway_requests_total',
    'GraphQL requests that have ended, by how.',
    ['contract', 'kind', 'operation', 'code'],
  );
  readonly #duration = new Histogram(
    'hub_gateway_request_duration_seconds',
    'From the request to its answer, without reading and writing HTTP.',
    { bounds: seconds, labels: ['contract', 'kind'] },
  );
  readonly #cost = new Histogram(
    'hub_gateway_request_cost',
    'Estimated cost of requests, by @cost and @listSize.',
    { bounds: costs, labels: ['contract'] },
  );
  readonly #stages = new Histogram(
    'hub_gateway_stage_duration_seconds',
    'Time in each stage of a request.',
    { bounds: shortSeconds, labels: ['contract', 'stage'] },
  );
  readonly #plans = new Counter(
    'hub_gateway_plans_total',
    'Plans needed, by whether they were known ("hit") or made ("miss").',
    ['contract', 'result'],
  );
  readonly #fetches = new Counter(
    'hub_gateway_fetches_total',
    'Fetches from subgraphs, by how they ended and where the answer came from.',
    ['service', 'outcome', 'source'],
  );
  readonly #fetchDuration = new Histogram(
    'hub_gateway_fetch_duration_seconds',
    'From a fetch to its answer or its end.',
    { bounds: seconds, labels: ['service'] },
  );
  readonly #fetchBytes = new Counter(
    'hub_gateway_fetch_bytes_total',
    'Bytes of the answers of subgraphs.',
    ['service'],
  );
  readonly #turnedAway = new Counter(
    'hub_gateway_turned_away_total',
    'Requests turned away at the door: shed under load, over a rate limit, or not GraphQL.',
    ['contract', 'reason'],
  );
  readonly #responses = new Counter('hub_gateway_responses_total', 'HTTP answers, by status.', [
    'contract',
    'status',
  ]);

  get all(): readonly Metric[] {
    return [
      this.#requests,
      this.#duration,
      this.#cost,
      this.#stages,
      this.#plans,
      this.#fetches,
      this.#fetchDuration,
      this.#fetchBytes,
      this.#turnedAway,
      this.#responses,
    ];
  }

  /** Counts a request that has ended. */
  request(record: RequestRecord): void {
    const { contract, kind } = record;
    this.#requests.add(1, contract, kind, record.name, record.code);
    this.#duration.observe(record.duration / 1000, contract, kind);
    if (record.cost !== undefined) this.#cost.observe(record.cost, contract);
    if (record.isPlanKnown !== undefined) {
      this.#plans.add(1, contract, record.isPlanKnown ? 'hit' : 'miss');
    }
    for (const stage in record.stages) {
      // A record's stages are of this list only.
      const duration = record.stages[stage as Stage] ?? 0;
      this.#stages.observe(duration / 1000, contract, stage);
    }
    for (const { service, outcome, source, duration, bytes } of record.fetches) {
      this.#fetches.add(1, service, outcome, source);
      this.#fetchDuration.observe(duration / 1000, service);
      if (bytes > 0) this.#fetchBytes.add(bytes, service);
    }
  }

  /** Counts a request turned away at the door. */
  turnedAway(contract: string, reason: string): void {
    this.#turnedAway.add(1, contract, reason);
  }

  /** Counts an HTTP answer. */
  responded(contract: string, status: number): void {
    this.#responses.add(1, contract, String(status));
  }
}

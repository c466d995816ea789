import { GatewayMetrics } from './gateway-metrics.js';
import type { Metric } from './metric.js';
import type { GatewayState, Observer, TurnedAway } from './observer.js';
import { processMetrics } from './process-metrics.js';
import { RequestRecord } from './request-record.js';
import { stateMetrics } from './state-metrics.js';
import type { Tracing } from './tracing.js';

/** What one process tells of its gateways: metrics for Prometheus, and traces where tracing is given. */
export class Telemetry implements Observer {
  readonly #gateway = new GatewayMetrics();
  readonly #process = processMetrics();
  readonly #living = new Set<() => GatewayState>();
  readonly #metrics: Metric[];
  readonly #tracing: Tracing | undefined;

  constructor(tracing?: Tracing) {
    this.#tracing = tracing;
    this.#metrics = [
      ...this.#gateway.all,
      ...stateMetrics(() => this.#states()),
      ...this.#process.all,
    ];
  }

  begun(request: Parameters<Observer['begun']>[0]): RequestRecord {
    const trace = this.#tracing?.begun(request.traceparent);
    const { contract, requestId, isExplained } = request;
    return new RequestRecord(contract, requestId, { trace, ...(isExplained && { isExplained }) });
  }

  ended(record: RequestRecord): void {
    record.duration = performance.now() - record.began;
    this.#gateway.request(record);
    if (record.trace?.isSampled) this.#tracing?.tell(record);
  }

  turnedAway(contract: string, reason: TurnedAway): void {
    this.#gateway.turnedAway(contract, reason);
  }

  responded(contract: string, status: number): void {
    this.#gateway.responded(contract, status);
  }

  living(state: () => GatewayState): () => void {
    this.#living.add(state);
    return () => void this.#living.delete(state);
  }

  /** Tells one more thing among the metrics. */
  add(metric: Metric): void {
    this.#metrics.push(metric);
  }

  /** Everything, as Prometheus reads it. */
  metrics(): string {
    return this.#metrics.map((metric) => metric.text()).join('');
  }

  /** Sends the traces that wait, and looks no more. */
  async close(): Promise<void> {
    this.#process.stop();
    await this.#tracing?.close();
  }

  #states(): GatewayState[] {
    return [...this.#living].map((state) => state());
  }
}

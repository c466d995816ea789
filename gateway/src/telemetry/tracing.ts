import {
  type Attributes,
  type SpanContext,
  SpanKind,
  SpanStatusCode,
  TraceFlags,
} from '@opentelemetry/api';
import type { ReadableSpan } from '@opentelemetry/sdk-trace';
import type { FetchRecord, RequestRecord } from './request-record.js';
import { TraceContext } from './trace-context.js';

/** Where traces go and how many. */
export interface TracingOptions {
  /** The full address of an OpenTelemetry collector's OTLP over HTTP, e.g. `http://127.0.0.1:4318/v1/traces`. */
  endpoint: string;
  /** Part of the requests that are traced, from 0 to 1; 0.01 unless said. */
  ratio?: number;
  /** Whether a request that comes with a sampled `traceparent` is traced, whatever the ratio; not unless said, for anyone can send one. */
  followsSender?: boolean;
  /** What this process is called; "manabi-gateway" unless said. */
  serviceName?: string;
}

type Spans = { onEnd(span: ReadableSpan): void; shutdown(): Promise<void> };
type Origin = Pick<ReadableSpan, 'resource' | 'instrumentationScope'>;

/**
 * Sends traces of requests as OpenTelemetry spans: the request, its planning, each fetch. Spans are made
 * when a traced request has ended; one that is not traced costs its ids.
 */
export class Tracing {
  readonly #ratio: number;
  readonly #followsSender: boolean;

  private constructor(
    private readonly spans: Spans,
    private readonly origin: Origin,
    options: TracingOptions,
  ) {
    this.#ratio = options.ratio ?? 0.01;
    this.#followsSender = options.followsSender ?? false;
  }

  /** Opens the way to the collector. The packages are loaded here, so who does not trace does not pay for them. */
  static async open(options: TracingOptions): Promise<Tracing> {
    const { BatchSpanProcessor } = await import('@opentelemetry/sdk-trace');
    const { OTLPTraceExporter } = await import('@opentelemetry/exporter-trace-otlp-http');
    const { resourceFromAttributes } = await import('@opentelemetry/resources');
    const exporter = new OTLPTraceExporter({ url: options.endpoint, timeoutMillis: 5000 });
    const resource = resourceFromAttributes({
      'service.name': options.serviceName ?? 'manabi-gateway',
    });
    const spans = new BatchSpanProcessor({ exporter, scheduledDelayMillis: 1000 });
    const instrumentationScope = { name: '@manabi/gateway', version: '0.1.0' };
    return new Tracing(spans, { resource, instrumentationScope }, options);
  }

  /** Where a request that begins now stands: in the trace it came with, or in one of its own. */
  begun(traceparent: string | undefined): TraceContext {
    const given = traceparent === undefined ? undefined : TraceContext.following(traceparent);
    const isChosen = Math.random() < this.#ratio;
    if (!given) return TraceContext.root(isChosen);
    return this.#followsSender ? given : given.decided(isChosen);
  }

  /** Sends the spans of a request that has ended. */
  tell(record: RequestRecord): void {
    const { trace } = record;
    if (!trace) return;
    this.spans.onEnd(this.#span(trace, requestSpan(record)));
    const plan = planSpan(record);
    if (plan) this.spans.onEnd(this.#span(trace.child(), plan));
    for (const fetch of record.fetches) {
      if (fetch.trace) this.spans.onEnd(this.#span(fetch.trace, fetchSpan(fetch)));
    }
  }

  /** Sends what waits, for five seconds at most. */
  async close(): Promise<void> {
    await this.spans.shutdown();
  }

  #span(trace: TraceContext, told: Told): ReadableSpan {
    const own = contextOf(trace, trace.spanId);
    const { parentId } = trace.origin;
    return {
      ...this.origin,
      name: told.name,
      kind: told.kind,
      spanContext: () => own,
      ...(parentId === undefined ? {} : { parentSpanContext: contextOf(trace, parentId) }),
      startTime: momentOf(told.began),
      endTime: momentOf(told.began + told.duration),
      duration: timeOf(told.duration),
      status: { code: told.hasFailed ? SpanStatusCode.ERROR : SpanStatusCode.UNSET },
      attributes: told.attributes,
      ...nothingMore,
    };
  }
}

interface Told {
  name: string;
  kind: SpanKind;
  began: number;
  duration: number;
  hasFailed: boolean;
  attributes: Attributes;
}

const nothingMore = {
  links: [],
  events: [],
  ended: true,
  droppedAttributesCount: 0,
  droppedEventsCount: 0,
  droppedLinksCount: 0,
};

function requestSpan(record: RequestRecord): Told {
  const { began, duration, kind, name, code, cost } = record;
  return {
    name: `${kind} ${name}`,
    kind: SpanKind.SERVER,
    began,
    duration,
    hasFailed: code !== 'ANSWERED',
    attributes: {
      'graphql.operation.type': kind,
      'graphql.operation.name': name,
      'hub.contract': record.contract,
      'hub.request_id': record.requestId,
      'hub.code': code,
      ...(cost === undefined ? {} : { 'hub.cost': cost }),
    },
  };
}

function planSpan({ began, stages, isPlanKnown = false }: RequestRecord): Told | undefined {
  if (stages.plan === undefined) return undefined;
  return {
    name: 'plan',
    kind: SpanKind.INTERNAL,
    began: began + (stages.document ?? 0),
    duration: stages.plan,
    hasFailed: false,
    attributes: { 'hub.plan_known': isPlanKnown },
  };
}

function fetchSpan({ service, began, duration, ...seen }: FetchRecord): Told {
  return {
    name: `fetch ${service}`,
    kind: SpanKind.CLIENT,
    began,
    duration,
    hasFailed: seen.outcome !== 'ANSWERED',
    attributes: {
      'hub.department': service,
      'hub.outcome': seen.outcome,
      'hub.source': seen.source,
      'hub.bytes': seen.bytes,
    },
  };
}

function contextOf({ traceId }: TraceContext, spanId: string): SpanContext {
  return { traceId, spanId, traceFlags: TraceFlags.SAMPLED };
}

/** A moment since the process began, as seconds and nanoseconds of Unix time. */
function momentOf(milliseconds: number): [number, number] {
  return timeOf(performance.timeOrigin + milliseconds);
}

function timeOf(milliseconds: number): [number, number] {
  const seconds = Math.trunc(milliseconds / 1000);
  return [seconds, Math.round((milliseconds - seconds * 1000) * 1e6)];
}

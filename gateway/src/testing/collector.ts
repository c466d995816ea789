import { once } from 'node:events';
import { createServer } from 'node:http';
import { closed, portOf } from './subgraph-server.js';

/** A span as OTLP writes it in JSON (opentelemetry-proto trace/v1), as far as the tests read it. */
export interface ReceivedSpan {
  traceId: string;
  spanId: string;
  parentSpanId?: string;
  name: string;
  kind: number;
  startTimeUnixNano: string;
  endTimeUnixNano: string;
  attributes: { key: string; value: Record<string, unknown> }[];
  status: { code?: number };
}

/** A collector of traces that listens as a real one does, and keeps what it is sent. */
export interface Collector {
  endpoint: string;
  /** Everything received, as it came. */
  texts: string[];
  spans(): ReceivedSpan[];
  close(): Promise<void>;
}

/** Starts a collector on a free port. */
export async function openCollector(): Promise<Collector> {
  const texts: string[] = [];
  const server = createServer((message, response) => {
    const chunks: Uint8Array[] = [];
    message.on('data', (chunk: Uint8Array) => chunks.push(chunk));
    message.on('end', () => {
      const isTraces = message.method === 'POST' && message.url === '/v1/traces';
      if (isTraces) texts.push(Buffer.concat(chunks).toString('utf8'));
      response.writeHead(isTraces ? 200 : 404, { 'content-type': 'application/json' }).end('{}');
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    endpoint: `http://127.0.0.1:${portOf(server)}/v1/traces`,
    texts,
    spans: () => texts.flatMap(spansIn),
    close: () => closed(server),
  };
}

function spansIn(text: string): ReceivedSpan[] {
  // The exporter wrote it; the tests look at what is in it.
  const { resourceSpans } = JSON.parse(text) as {
    resourceSpans: { scopeSpans: { spans: ReceivedSpan[] }[] }[];
  };
  return resourceSpans.flatMap(({ scopeSpans }) => scopeSpans.flatMap(({ spans }) => spans));
}

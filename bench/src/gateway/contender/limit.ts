import { Pool } from 'undici';
import { serveContender, toldToContender } from './serve.js';

/*
 * The limit: the same calls of subgraphs as ours, in the same order, with bodies known beforehand; what comes back
 * is not read but put together. No gateway that uses the same HTTP can do less.
 */

/** A call that is always the same. */
export interface FixedCall {
  readonly service: string;
  readonly body: string;
}

/** What the limit is told: calls that wait for one another, by the document that needs them. */
export interface LimitTold {
  readonly url: string;
  readonly waves: Readonly<Record<string, readonly (readonly FixedCall[])[]>>;
}

// `contenders.ts` tells it so.
const told = toldToContender() as LimitTold;
const pools = new Map<string, Pool>();
const poolOf = (service: string): Pool => {
  let pool = pools.get(service);
  if (!pool) {
    pool = new Pool(told.url, { connections: 32, pipelining: 1 });
    pools.set(service, pool);
  }
  return pool;
};
const headers = { 'content-type': 'application/json', accept: 'application/json' };

function call({ service, body }: FixedCall): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    poolOf(service).dispatch(
      { method: 'POST', path: `/${service}`, body, headers },
      {
        onRequestStart: () => undefined,
        onResponseStart: () => undefined,
        onResponseData: (_, chunk) => void chunks.push(chunk),
        onResponseEnd: () => resolve(Buffer.concat(chunks)),
        onResponseError: (_, error) => reject(error),
      },
    );
  });
}

async function answered(text: string): Promise<Buffer> {
  // The bench sends GraphQL over HTTP.
  const { query } = JSON.parse(text) as { query: string };
  const parts: Buffer[] = [];
  for (const wave of told.waves[query] ?? []) parts.push(...(await Promise.all(wave.map(call))));
  return Buffer.concat(parts);
}

serveContender((message, response) => {
  const chunks: Buffer[] = [];
  message.on('data', (chunk: Buffer) => chunks.push(chunk));
  message.on('end', () => {
    void answered(Buffer.concat(chunks).toString('utf8')).then((body) => {
      response.writeHead(200, {
        'content-type': 'application/json',
        'content-length': body.length,
      });
      response.end(body);
    });
  });
});

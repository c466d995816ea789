import { sign, signatureHeader } from '@manabi/kit/signature';
import { Pool } from 'undici';
import { SubgraphSilent } from '../errors/gateway-error.js';
import { answerOf } from './answer.js';
import type { SubgraphAnswer, SubgraphRequest, Transport } from './transport.js';

/** Name of the header that tells a subgraph until when (unix milliseconds) its answer is waited for. */
export const deadlineHeader = 'hub-deadline';

/** How one subgraph is reached over HTTP. */
export interface HttpTransportOptions {
  /** The full address of its GraphQL endpoint. */
  url: string;
  /** The key shared with the subgraph, with which every body is signed. */
  signingKey: string;
  /** Open connections at most; 32 unless said. */
  connections?: number;
  /** Bytes of one answer at most; 16 MiB unless said. */
  answerBytes?: number;
}

/** Reaches a subgraph over HTTP through a pool of kept connections, with every body signed. */
export function httpTransport(options: HttpTransportOptions): Transport {
  const url = new URL(options.url);
  const pool = new Pool(url.origin, { connections: options.connections ?? 32, pipelining: 1 });
  const path = url.pathname + url.search;
  const limit = options.answerBytes ?? 16 * 1024 * 1024;
  return {
    async send(request: SubgraphRequest): Promise<SubgraphAnswer> {
      const { status, type, text } = await exchange(request, {
        pool,
        path,
        limit,
        key: options.signingKey,
      });
      return read(status, type, text);
    },
    close: () => pool.destroy(),
  };
}

interface Route {
  pool: Pool;
  path: string;
  limit: number;
  key: string;
}

interface Reply {
  status: number;
  type: string;
  text: string;
}

async function exchange(request: SubgraphRequest, route: Route): Promise<Reply> {
  const { body, scope } = request;
  try {
    const response = await route.pool.request({
      method: 'POST',
      path: route.path,
      body,
      signal: scope.signal,
      headers: {
        'content-type': 'application/json',
        accept: 'application/graphql-response+json, application/json',
        'x-request-id': scope.requestId,
        [deadlineHeader]: String(scope.deadline),
        [signatureHeader]: sign(route.key, body),
      },
    });
    return {
      status: response.statusCode,
      type: String(response.headers['content-type'] ?? ''),
      text: await bounded(response.body, route.limit),
    };
  } catch (error) {
    if (error instanceof SubgraphSilent) throw error;
    if (scope.signal.aborted) {
      throw new SubgraphSilent('DEADLINE_EXCEEDED', 'no answer before the deadline', {
        cause: error,
      });
    }
    throw new SubgraphSilent('SUBGRAPH_UNREACHABLE', 'the exchange failed', { cause: error });
  }
}

type Body = AsyncIterable<Uint8Array> & { destroy(error?: Error): unknown };

async function bounded(body: Body, limit: number): Promise<string> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of body) {
    size += chunk.byteLength;
    if (size > limit) {
      body.destroy();
      throw new SubgraphSilent('SUBGRAPH_ANSWER_MALFORMED', `more than ${limit} bytes`);
    }
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
}

const jsonTypes = /^application\/(?:graphql-response\+)?json\s*(?:;|$)/i;

function read(status: number, type: string, text: string): SubgraphAnswer {
  if (!jsonTypes.test(type)) {
    const code = status >= 500 ? 'SUBGRAPH_UNREACHABLE' : 'SUBGRAPH_ANSWER_MALFORMED';
    throw new SubgraphSilent(code, `status ${status} with content type "${type}"`);
  }
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (cause) {
    throw new SubgraphSilent('SUBGRAPH_ANSWER_MALFORMED', 'not JSON', { cause });
  }
  return answerOf(value);
}

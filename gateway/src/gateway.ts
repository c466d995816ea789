import { randomUUID } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { pino } from 'pino';
import { RequestRefused, type SubgraphSilent } from './errors/gateway-error.js';
import { HttpRefused } from './errors/http-refused.js';
import type { Departments } from './execute/run.js';
import { limitsOf, type Limits } from './guard/limits.js';
import { authorize } from './pipeline/authorize.js';
import { documentOf } from './pipeline/document.js';
import { execute } from './pipeline/execute.js';
import { guard } from './pipeline/guard.js';
import { identify, type Caller } from './pipeline/identify.js';
import { plan } from './pipeline/plan.js';
import { project, type GraphAnswer } from './pipeline/project.js';
import { answerTypeOf, receive, type AnswerType, type GraphRequest } from './pipeline/receive.js';
import {
  answered,
  refusedAnswer,
  refusedRequest,
  respond,
  type HttpAnswer,
} from './pipeline/respond.js';
import { Generation } from './supergraph/generation.js';
import { withinDeadline } from './transport/deadline.js';
import type { RequestScope, Transport } from './transport/transport.js';

/** What a gateway tells its operator; a pino logger is one. */
export interface Log {
  info(fields: Record<string, unknown>, message: string): void;
  warn(fields: Record<string, unknown>, message: string): void;
  error(fields: Record<string, unknown>, message: string): void;
}

/** How a gateway is made. */
export interface GatewayOptions {
  supergraphSdl: string;
  /** The way to each subgraph, under the name it has in the supergraph. */
  subgraphs: ReadonlyMap<string, Transport>;
  /** Which graph the supergraph is: the public one, or everything. */
  contract: 'public' | 'full';
  /** Whether `__schema` and `__type` may be asked; not unless said. */
  introspection?: boolean;
  log?: Log;
  /** Milliseconds one request may last; 10,000 unless said. */
  deadline?: number;
  /** Bytes of one request's body at most; 256 KiB unless said. */
  bodyBytes?: number;
  /** What one request may be at most, where it differs from what the contract allows. */
  limits?: Partial<Limits>;
  /** Bytes of compiled operations kept; 64 MiB unless said. */
  cacheBytes?: number;
}

/** What is known about a request besides what it asks. */
export interface Asking {
  caller?: Caller;
  requestId?: string;
  /** Aborts when the asker no longer waits. */
  signal?: AbortSignal;
  /** Refuses what a GET may not do. */
  isReadOnly?: boolean;
}

/** One graph out of many, at one address. */
export interface Gateway {
  /** Answers an HTTP request: GraphQL at any path, `/health` and `/ready` for the operator. */
  handle(message: IncomingMessage, response: ServerResponse): Promise<void>;
  /** Answers a request without HTTP; a refusal is an answer without `data`. */
  execute(request: GraphRequest, asking?: Asking): Promise<GraphAnswer>;
  /** Serves another supergraph from the next request on; throws, and changes nothing, when it is not one. */
  reload(supergraphSdl: string): void;
  /** Answers no more and closes the ways to the subgraphs. */
  close(): Promise<void>;
}

/** Makes a gateway for one supergraph. Throws when the supergraph cannot be read. */
export function createGateway(options: GatewayOptions): Gateway {
  return new Pipeline(options);
}

class Pipeline implements Gateway, Departments {
  readonly #options: GatewayOptions;
  readonly #log: Log;
  readonly #limits: Limits;
  /** Planners of supergraphs no longer served, until nothing is left of them. */
  readonly #retiring = new Set<Promise<void>>();
  readonly #lastGoodAt = new Map<string, Date>();
  #generation: Generation;
  #isClosed = false;

  constructor(options: GatewayOptions) {
    this.#options = options;
    this.#log = options.log ?? pino({ name: 'gateway' });
    this.#limits = limitsOf(options.contract, options.limits);
    this.#generation = this.#generationOf(options.supergraphSdl);
  }

  reload(supergraphSdl: string): void {
    const next = this.#generationOf(supergraphSdl);
    this.#retire(this.#generation);
    this.#generation = next;
    this.#log.info({ contract: this.#options.contract }, 'A new supergraph is served.');
  }

  async close(): Promise<void> {
    this.#isClosed = true;
    this.#retire(this.#generation);
    await Promise.all(this.#retiring);
    for (const transport of this.#options.subgraphs.values()) await transport.close?.();
  }

  #retire({ planner }: Generation): void {
    const closing = planner.close().finally(() => this.#retiring.delete(closing));
    this.#retiring.add(closing);
  }

  async handle(message: IncomingMessage, response: ServerResponse): Promise<void> {
    const path = message.url?.split('?')[0];
    if (path === '/health') return respond(response, state(200, 'alive'));
    if (path === '/ready') {
      return respond(response, this.#isClosed ? state(503, 'closing') : state(200, 'ready'));
    }
    const gone = new AbortController();
    response.once('close', () => gone.abort());
    respond(response, await this.#answer(message, gone.signal));
  }

  async execute(request: GraphRequest, asking: Asking = {}): Promise<GraphAnswer> {
    try {
      return await this.#run(request, asking);
    } catch (error) {
      return { errors: this.#refusal(error, asking.requestId).errors };
    }
  }

  transport(service: string): Transport | undefined {
    return this.#options.subgraphs.get(service);
  }

  answered(service: string): void {
    this.#lastGoodAt.set(service, new Date());
  }

  silent(service: string, { code, message, cause }: SubgraphSilent, requestId: string): void {
    const reason = cause instanceof Error ? `${message}: ${cause.message}` : message;
    this.#log.warn({ service, code, reason, requestId }, 'A subgraph gave no usable answer.');
  }

  async #answer(message: IncomingMessage, signal: AbortSignal): Promise<HttpAnswer> {
    let type: AnswerType = 'application/json';
    const requestId = randomUUID();
    try {
      type = answerTypeOf(message.headers.accept);
      const request = await receive(message, this.#options.bodyBytes ?? 256 * 1024);
      const isReadOnly = message.method === 'GET';
      const asking = { caller: identify(), requestId, signal, isReadOnly };
      return answered(await this.#run(request, asking), type);
    } catch (error) {
      if (error instanceof HttpRefused) return refusedRequest(error, type);
      return refusedAnswer(this.#refusal(error, requestId), type);
    }
  }

  #run(request: GraphRequest, asking: Asking): Promise<GraphAnswer> {
    const { deadline = 10_000 } = this.#options;
    return withinDeadline(deadline, asking.signal, (until) =>
      this.#pipeline(request, asking, {
        ...until,
        requestId: asking.requestId ?? randomUUID(),
        caller: asking.caller ?? identify(),
      }),
    );
  }

  async #pipeline(
    request: GraphRequest,
    asking: Asking,
    scope: RequestScope,
  ): Promise<GraphAnswer> {
    const generation = this.#generation;
    const { introspection = false } = this.#options;
    const limits = this.#limits;
    const document = documentOf(generation, request.query, { introspection, limits });
    const guarded = guard(generation, document, { request, limits });
    refuseWriting(guarded.operation.definition.operation, asking);
    const permissions = authorize(generation, scope.caller);
    const compiled = await plan(generation, document, {
      request: guarded,
      permissions,
      signal: scope.signal,
    });
    const executed = await execute(compiled, guarded.variables, { scope, departments: this });
    return project(compiled, executed, (service) => this.#lastGoodAt.get(service));
  }

  #refusal(error: unknown, requestId: string | undefined): RequestRefused {
    if (error instanceof RequestRefused) {
      if (error.cause !== undefined) {
        this.#log.warn(
          { requestId, code: error.code, reason: reasonOf(error.cause) },
          error.message,
        );
      }
      return error;
    }
    const reason = reasonOf(error);
    this.#log.error({ requestId, reason }, 'The gateway failed on a request.');
    return new RequestRefused(
      'INTERNAL',
      `The gateway failed on this request; the log names it by ${requestId ?? 'its time'}.`,
    );
  }

  #generationOf(supergraphSdl: string): Generation {
    const { cacheBytes = 64 * 1024 * 1024 } = this.#options;
    return new Generation(supergraphSdl, {
      documents: Math.ceil(cacheBytes / 2),
      operations: cacheBytes,
    });
  }
}

/** What the log says of whatever was thrown. */
function reasonOf(thrown: unknown): string {
  if (thrown instanceof Error) return thrown.stack ?? thrown.message;
  return typeof thrown === 'string' ? thrown : JSON.stringify(thrown);
}

function refuseWriting(operation: string, { isReadOnly }: Asking): void {
  if (!isReadOnly || operation === 'query') return;
  throw new HttpRefused(405, 'A GET request can only read; send this operation by POST.', {
    allow: 'POST',
  });
}

function state(status: number, word: string): HttpAnswer {
  return {
    status,
    headers: { 'content-type': 'application/json', 'cache-control': 'no-store' },
    body: JSON.stringify({ status: word }),
  };
}

import { randomUUID } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { pino } from 'pino';
import { refusalOf } from './errors/refusal.js';
import { FrontDoor } from './front-door/front-door.js';
import { limitsOf, type Limits } from './guard/limits.js';
import { anonymous, type Caller } from './identity/caller.js';
import { Identity, type IdentityOptions } from './identity/identity.js';
import type { Log } from './log.js';
import { answerTo, type PipelineRules } from './pipeline/pipeline.js';
import type { GraphAnswer } from './pipeline/project.js';
import type { GraphRequest } from './pipeline/receive.js';
import { Generations } from './supergraph/generations.js';
import { withinDeadline } from './transport/deadline.js';
import { KnownDepartments } from './transport/known-departments.js';
import type { Transport } from './transport/transport.js';

/** How a gateway is made. */
export interface GatewayOptions {
  supergraphSdl: string;
  /** The way to each subgraph, under the name it has in the supergraph. */
  subgraphs: ReadonlyMap<string, Transport>;
  /** Which graph the supergraph is: the public one, or everything. */
  contract: 'public' | 'full';
  /** Whether `__schema` and `__type` may be asked; not unless said. */
  introspection?: boolean;
  /** Whose tokens are believed; without it every caller is anonymous. */
  identity?: IdentityOptions;
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
  return new WiredGateway(options);
}

/** Everything of one gateway, wired together. */
class WiredGateway implements Gateway {
  readonly #log: Log;
  /** Milliseconds one request may last. */
  readonly #deadline: number;
  readonly #contract: GatewayOptions['contract'];
  readonly #rules: PipelineRules;
  readonly #departments: KnownDepartments;
  readonly #generations: Generations;
  readonly #door: FrontDoor;

  constructor(options: GatewayOptions) {
    const { contract, deadline = 10_000, bodyBytes = 256 * 1024, introspection = false } = options;
    const { cacheBytes = 64 * 1024 * 1024 } = options;
    this.#log = options.log ?? pino({ name: 'gateway' });
    this.#deadline = deadline;
    this.#contract = contract;
    this.#rules = { introspection, limits: limitsOf(contract, options.limits) };
    this.#departments = new KnownDepartments(options.subgraphs, this.#log);
    this.#generations = new Generations(options.supergraphSdl, {
      documents: Math.ceil(cacheBytes / 2),
      operations: cacheBytes,
    });
    this.#door = new FrontDoor({
      log: this.#log,
      bodyBytes,
      ...(options.identity ? { identity: new Identity(options.identity) } : {}),
      answer: ({ request, ...asking }) => this.#answer(request, asking),
    });
  }

  handle(message: IncomingMessage, response: ServerResponse): Promise<void> {
    return this.#door.handle(message, response);
  }

  async execute(request: GraphRequest, asking: Asking = {}): Promise<GraphAnswer> {
    try {
      return await this.#answer(request, asking);
    } catch (error) {
      return { errors: refusalOf(error, asking.requestId, this.#log).errors };
    }
  }

  reload(supergraphSdl: string): void {
    this.#generations.replace(supergraphSdl);
    this.#log.info({ contract: this.#contract }, 'A new supergraph is served.');
  }

  async close(): Promise<void> {
    this.#door.close();
    await this.#generations.close();
    await this.#departments.close();
  }

  #answer(request: GraphRequest, asking: Asking): Promise<GraphAnswer> {
    const { caller = anonymous, requestId = randomUUID(), isReadOnly = false } = asking;
    return withinDeadline(this.#deadline, asking.signal, (until) =>
      answerTo(
        { request, scope: { ...until, requestId, caller }, isReadOnly },
        this.#generations.present,
        { rules: this.#rules, departments: this.#departments },
      ),
    );
  }
}

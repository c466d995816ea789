import type { IncomingMessage, ServerResponse } from 'node:http';
import { pino } from 'pino';
import type { AccessRecord } from './access-record/access-record.js';
import { AnswerCache, type KeptState } from './cache/answer-cache.js';
import { Nudges } from './cache/nudge.js';
import { DataVersions, type HeadSource } from './cache/data-versions.js';
import type { GatewaySettings, GivenSettings } from './configuration/gateway-settings.js';
import { rulesOf } from './configuration/rules.js';
import { settingsIn } from './configuration/settings-in.js';
import { refusalOf } from './errors/refusal.js';
import { FrontDoor } from './front-door/front-door.js';
import { MemoryRates, type RateStore } from './front-door/rate-store.js';
import { Identity, type IdentityOptions } from './identity/identity.js';
import { reasonOf, type Log } from './log.js';
import { AskedOperations, type Asking } from './pipeline/asked-operations.js';
import type { PipelineRules, Serving } from './pipeline/pipeline.js';
import type { GraphAnswer } from './pipeline/graph-answer.js';
import type { GraphRequest } from './pipeline/receive.js';
import type { StreamCounts } from './subscription/stream-counts.js';
import { Streams } from './subscription/streams.js';
import type { CacheLimits, Generation } from './supergraph/generation.js';
import { Generations, type Reloaded } from './supergraph/generations.js';
import { keepFile } from './supergraph/keep-file.js';
import { Tables } from './table/tables.js';
import type { GatewayState, Observer } from './telemetry/observer.js';
import type { GuardedWay } from './transport/guarded-way.js';
import { KnownDepartments } from './transport/known-departments.js';
import type { Transport } from './transport/transport.js';
import type { UsageRecord } from './usage/usage-record.js';
import { TrustedDocuments } from './trusted/trusted-documents.js';
import { warmUp, type Misfit } from './trusted/warm-up.js';

/** How a gateway is made: of its parts, and of the settings an operator may write. */
export interface GatewayOptions extends GivenSettings {
  supergraphSdl: string;
  /** The way to each subgraph, under the name it has in the supergraph. */
  subgraphs: ReadonlyMap<string, Transport>;
  /** Texts of the documents that are trusted; nobody on the public graph may ask others in production. */
  trustedDocuments?: readonly string[];
  /** Path where every supergraph that is served is kept, for a start with a broken one. */
  lastGood?: string;
  /**
   * Tells of each subgraph where its data stand; every change is another word. Public answers of those that
   * tell are kept until they change; nothing is kept of the others.
   */
  heads?: ReadonlyMap<string, HeadSource>;
  /** The key for nudges, with which subgraphs sign `POST /nudge?source=…`, "my data have changed"; without it nobody may. */
  nudgeKey?: string;
  /** Whose tokens are believed; without it every caller is anonymous. */
  identity?: IdentityOptions;
  /** Where the rates of clients are kept; the memory of this process unless said. */
  rateStore?: RateStore;
  /** Is told what happens: metrics and traces. */
  observer?: Observer;
  /** Where it is written down who asked for protected fields; where it cannot be, the full graph answers none. */
  accessRecord?: AccessRecord;
  /** Where it is counted which systems use which fields. */
  usageRecord?: UsageRecord;
  log?: Log;
}

/** What a reload brings besides the supergraph, where it differs from what there is. */
export interface AlsoReloaded {
  trustedDocuments?: readonly string[];
  /** Ways to subgraphs that are new or stand elsewhere now. */
  subgraphs?: ReadonlyMap<string, Transport>;
  /** What tells where the data of those stand; nothing is kept of the answers of one that has none here. */
  heads?: ReadonlyMap<string, HeadSource>;
}

/** One graph out of many, at one address. */
export interface Gateway {
  /** Answers an HTTP request: GraphQL at any path, `/health` and `/ready` for the operator. */
  handle(message: IncomingMessage, response: ServerResponse): Promise<void>;
  /** Answers a request without HTTP; a refusal is an answer without `data`. */
  execute(request: GraphRequest, asking?: Asking): Promise<GraphAnswer>;
  /** Settles once the trusted documents are planned; `/ready` answers 503 until then. */
  readonly warm: Promise<void>;
  /**
   * Serves another supergraph, and other trusted documents if given, once these are planned for it. Rejects,
   * and changes nothing, when it is no supergraph or when trusted documents do not fit it.
   */
  reload(supergraphSdl: string, also?: AlsoReloaded): Promise<Reloaded>;
  /** Takes note that a subgraph's data have changed: what was kept of its answers is used no more. */
  changed(service: string): void;
  /** What the kept answers were good for, by subgraph, since the gateway started. */
  keptAnswers(): KeptState;
  /** The streams of events in numbers. */
  streams(): StreamCounts;
  /** Tells probes that nothing more should be sent here, and clients to close their connections and streams. */
  retire(): void;
  /** Answers no more and closes the ways to the subgraphs. */
  close(): Promise<void>;
}

/** Makes a gateway for one supergraph. Throws when the supergraph or a setting cannot be used. */
export function createGateway(options: GatewayOptions): Gateway {
  return new WiredGateway(options);
}

/** Everything of one gateway, wired together. */
class WiredGateway implements Gateway {
  readonly #log: Log;
  readonly #settings: GatewaySettings;
  readonly #lastGood: string | undefined;
  readonly #observer: Observer | undefined;
  readonly #rules: PipelineRules;
  readonly #endWatch: (() => void) | undefined;
  readonly #kept: AnswerCache;
  readonly #departments: KnownDepartments;
  readonly #generations: Generations;
  readonly #asked: AskedOperations;
  readonly #streams: Streams;
  readonly #door: FrontDoor;
  readonly warm: Promise<void>;
  readonly #closing = new AbortController();

  constructor(options: GatewayOptions) {
    const settings = settingsIn(options);
    this.#settings = settings;
    this.#lastGood = options.lastGood;
    this.#log = options.log ?? pino({ name: 'gateway' });
    this.#rules = rulesOf(settings);
    this.#observer = options.observer;
    this.#kept = new AnswerCache(new DataVersions(options.heads ?? new Map()), settings.answers);
    const ways = { ...settings.ways, kept: this.#kept };
    this.#departments = new KnownDepartments(options.subgraphs, this.#log, ways);
    const trusted = new TrustedDocuments(options.trustedDocuments ?? []);
    this.#generations = new Generations(
      { supergraphSdl: options.supergraphSdl, trusted },
      { limits: cacheLimitsOf(settings), warmUp: (generation) => this.#warmUp(generation) },
    );
    const watched = { settings, observer: this.#observer, log: this.#log };
    const serving = {
      rules: this.#rules,
      departments: this.#departments,
      ...recordsOf(options, settings),
    };
    const parts = { ...watched, serving, generations: this.#generations };
    this.#asked = new AskedOperations(parts);
    this.#streams = new Streams(parts);
    this.#kept.versions.watch();
    this.warm = this.#begin();
    this.#endWatch = this.#observer?.living(() => this.#state());
    this.#door = this.#opened(
      options,
      new Tables({ settings, operations: this.#asked, log: this.#log }),
    );
  }

  #opened(options: GatewayOptions, tables: Tables): FrontDoor {
    return new FrontDoor({
      log: this.#log,
      settings: this.#settings,
      rateStore: options.rateStore ?? new MemoryRates(this.#settings.rates.clients),
      ...(options.identity ? { identity: new Identity(options.identity) } : {}),
      ...(options.observer && { observer: options.observer }),
      nudges: new Nudges(options.nudgeKey, (service) => this.changed(service)),
      warm: this.warm,
      trusted: () => this.#generations.present.trusted,
      departments: () => this.#departments.states(),
      answer: ({ request, ...asking }) => this.#asked.answer(request, asking),
      stream: (admitted, response) => this.#streams.begin(admitted, response),
      table: (asking) => tables.begin(asking),
    });
  }

  handle(message: IncomingMessage, response: ServerResponse): Promise<void> {
    return this.#door.handle(message, response);
  }

  async execute(request: GraphRequest, asking: Asking = {}): Promise<GraphAnswer> {
    try {
      return await this.#asked.answer(request, asking);
    } catch (error) {
      return { errors: refusalOf(error, asking.requestId, this.#log).errors };
    }
  }

  async reload(supergraphSdl: string, also: AlsoReloaded = {}): Promise<Reloaded> {
    const { trustedDocuments, subgraphs = new Map<string, Transport>(), heads } = also;
    const trusted = trustedDocuments
      ? new TrustedDocuments(trustedDocuments)
      : this.#generations.present.trusted;
    const moved = new Map([...subgraphs].filter(([name]) => this.#departments.transport(name)));
    this.#departments.serve(new Map([...subgraphs].filter(([name]) => !moved.has(name))));
    const reloaded = await this.#generations.replace({ supergraphSdl, trusted });
    if (reloaded === 'served') {
      this.#closeLater(this.#departments.serve(moved));
      for (const name of subgraphs.keys()) this.#kept.versions.moved(name, heads?.get(name));
      this.#kept.clear();
      void this.#streams.reloaded();
      this.#log.info({ contract: this.#settings.contract }, 'A new supergraph is served.');
      await this.#keep(supergraphSdl);
    }
    return reloaded;
  }

  /** Closes ways once nothing that was asked on them can still be waited for. */
  #closeLater(ways: readonly GuardedWay[]): void {
    for (const way of ways) {
      setTimeout(() => void way.close(), this.#settings.deadline).unref();
    }
  }

  changed(service: string): void {
    this.#kept.versions.changed(service);
  }

  keptAnswers(): KeptState {
    return { bytes: this.#kept.bytes, services: this.#kept.counts() };
  }

  streams(): StreamCounts {
    return this.#streams.counts;
  }

  retire(): void {
    this.#door.retire();
    this.#streams.retire();
  }

  async close(): Promise<void> {
    this.#endWatch?.();
    this.#door.close();
    this.#streams.retire();
    this.#closing.abort();
    await this.warm;
    this.#kept.versions.close();
    await this.#generations.close();
    await this.#departments.close();
  }

  /** Plans what is trusted for the first supergraph. What does not fit it is told and refused when it is asked. */
  async #begin(): Promise<void> {
    const { present } = this.#generations;
    const misfits = await this.#warmUp(present);
    if (misfits.length > 0) {
      this.#log.error({ misfits }, 'Trusted documents do not fit the supergraph and are refused.');
    }
    await this.#keep(present.supergraphSdl);
  }

  #warmUp(generation: Generation): Promise<readonly Misfit[]> {
    const late = AbortSignal.timeout(this.#settings.documents.warmUp);
    return warmUp(generation, this.#rules, AbortSignal.any([late, this.#closing.signal]));
  }

  async #keep(supergraphSdl: string): Promise<void> {
    if (this.#lastGood === undefined) return;
    try {
      await keepFile(this.#lastGood, supergraphSdl);
    } catch (error) {
      const reason = reasonOf(error);
      this.#log.error({ reason }, 'The supergraph that is served could not be kept on disk.');
    }
  }

  #state(): GatewayState {
    return {
      contract: this.#settings.contract,
      generations: this.#generations.alive,
      streams: this.#streams.counts,
      ways: this.#departments.states(),
      kept: this.#kept.counts(),
    };
  }
}

function recordsOf(
  { accessRecord, usageRecord }: GatewayOptions,
  { contract }: GatewaySettings,
): Pick<Serving, 'recording' | 'counting'> {
  return {
    recording: accessRecord && { record: accessRecord, contract },
    counting: usageRecord && { record: usageRecord, contract },
  };
}

function cacheLimitsOf({ cacheBytes }: GatewaySettings): CacheLimits {
  return { documents: Math.ceil(cacheBytes / 2), operations: cacheBytes };
}

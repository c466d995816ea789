import { randomUUID } from 'node:crypto';
import type { GatewaySettings } from '../configuration/gateway-settings.js';
import { anonymous, type Caller } from '../identity/caller.js';
import type { Log } from '../log.js';
import type { CompiledOperation } from '../operation/compiled-operation.js';
import type { Generation } from '../supergraph/generation.js';
import type { Generations } from '../supergraph/generations.js';
import type { Observer } from '../telemetry/observer.js';
import type { RequestRecord } from '../telemetry/request-record.js';
import { toldIfSlow } from '../telemetry/slow-request.js';
import { watchedRequest } from '../telemetry/watched-request.js';
import { withinDeadline } from '../transport/deadline.js';
import type { StopSignal } from '../transport/stop.js';
import type { GraphAnswer } from './graph-answer.js';
import { answerTo, dataOf, type AskedRequest, type DataAnswer, type Serving } from './pipeline.js';
import type { GraphRequest } from './receive.js';

/** What is known about a request besides what it asks. */
export interface Asking {
  caller?: Caller;
  requestId?: string;
  /** Aborts when the asker no longer waits. */
  signal?: StopSignal;
  /** Where the asker's trace goes on, as W3C Trace Context writes it. */
  traceparent?: string | undefined;
  /** Refuses what a GET may not do. */
  isReadOnly?: boolean;
  /** True for who works with the data of the answer: it is not written as text first. */
  asData?: boolean;
  /** True for who reads whole lists within this process: a page may be long, and costs accordingly. */
  longPages?: boolean;
  /** Told what the operation costs before it is planned; rejects when that is too much. */
  spend?: (cost: number) => void | Promise<void>;
}

/** What operations are answered with. */
export interface AskedOptions {
  readonly settings: GatewaySettings;
  readonly serving: Serving;
  readonly generations: Generations;
  readonly observer?: Observer | undefined;
  readonly log: Log;
}

type Work = (asked: AskedRequest, generation: Generation) => Promise<GraphAnswer>;

/** Answers operations one at a time, each from one supergraph, within its deadline, watched and timed. */
export class AskedOperations {
  constructor(private readonly options: AskedOptions) {}

  /** Answers an operation; rejects with what ends it early. */
  answer(request: GraphRequest, asking: Asking): Promise<GraphAnswer> {
    return this.#within(request, asking, (asked, generation) =>
      answerTo(asked, generation, this.options.serving),
    );
  }

  /**
   * Answers a query whose data are to be worked with; rejects with what ends it early, and with what `accept` throws
   * of its operation.
   */
  async data(
    request: GraphRequest,
    asking: Asking,
    accept: (compiled: CompiledOperation) => void,
  ): Promise<DataAnswer> {
    let told: DataAnswer | undefined;
    await this.#within(request, asking, async (asked, generation) => {
      told = await dataOf({ ...asked, accept }, generation, this.options.serving);
      return told.answer;
    });
    if (!told) throw new Error('An operation that was answered has an answer.');
    return told;
  }

  #within(request: GraphRequest, asking: Asking, work: Work): Promise<GraphAnswer> {
    const { caller = anonymous, requestId = randomUUID(), isReadOnly = false, spend } = asking;
    const { traceparent, signal, asData = false, longPages = false } = asking;
    const { settings, generations, observer, log } = this.options;
    const { contract, deadline, slowRequest } = settings;
    const watched = { contract, requestId, traceparent, isExplained: request.explain ?? false };
    let seen: RequestRecord | undefined;
    const answering = watchedRequest(observer, watched, (record) => {
      seen = record;
      return generations.use((generation) =>
        withinDeadline(deadline, signal, (until) => {
          const scope = { ...until, requestId, caller, longPages, record };
          return work({ request, scope, isReadOnly, asData, ...(spend && { spend }) }, generation);
        }),
      );
    });
    return toldIfSlow(answering, { log, slowRequest }, () => ({
      contract,
      requestId,
      record: seen,
    }));
  }
}

import { randomUUID } from 'node:crypto';
import type { ServerResponse } from 'node:http';
import { setImmediate as turn, setTimeout as after } from 'node:timers/promises';
import type { GatewaySettings } from '../configuration/gateway-settings.js';
import { HttpRefused } from '../errors/http-refused.js';
import { RateExceeded } from '../front-door/rates.js';
import type { Identified } from '../identity/identity.js';
import { reasonOf, type Log } from '../log.js';
import { answerOnce, readied, type ReadyRequest, type Serving } from '../pipeline/pipeline.js';
import type { GraphAnswer } from '../pipeline/graph-answer.js';
import type { GraphRequest } from '../pipeline/receive.js';
import type { Generations } from '../supergraph/generations.js';
import type { Observer } from '../telemetry/observer.js';
import type { RequestRecord } from '../telemetry/request-record.js';
import { watchedRequest } from '../telemetry/watched-request.js';
import { withinDeadline } from '../transport/deadline.js';
import type { StopSignal } from '../transport/stop.js';
import type { RequestScope } from '../transport/transport.js';
import { EventAnswers } from './event-answers.js';
import { EventSources } from './event-sources.js';
import { EventWriter } from './event-writer.js';
import type { StreamCounts } from './stream-counts.js';
import { Stream, type StreamSurroundings } from './stream.js';

/** What the streams of one gateway share. */
export interface StreamsOptions {
  readonly settings: GatewaySettings;
  readonly serving: Serving;
  readonly generations: Generations;
  /** Is told how what was asked went until the first event could come. */
  readonly observer?: Observer | undefined;
  readonly log: Log;
}

/** Where a client of events goes on. */
export interface ResumedFrom {
  /** The id of the last event that it had, if it had this stream before. */
  readonly lastEventId: string | undefined;
}

/** An operation to be answered by events. */
export interface StreamRequest extends Identified, ResumedFrom {
  readonly request: GraphRequest;
  readonly requestId?: string;
  /** Where the asker's trace goes on, as W3C Trace Context writes it. */
  readonly traceparent?: string | undefined;
  /** What is noted of it until it is ready; what comes later is counted by event. */
  readonly record?: RequestRecord | undefined;
  /** Tells one client from another. */
  readonly client: string;
  /** Aborts when the client has gone. */
  readonly signal: StopSignal;
  readonly isReadOnly: boolean;
  readonly spend?: (cost: number) => void | Promise<void>;
}

/** Milliseconds after which a client is told that its stream is open, whether its subgraph is or not. */
const beginsWithin = 1_000;

/** Streams that go over to another supergraph in one turn of the event loop. */
const reloadedAtOnce = 100;

/** Opens streams of events to clients, keeps them within bounds, and takes them along through reloads. */
export class Streams {
  readonly #options: StreamsOptions;
  readonly #open = new Set<Stream>();
  readonly #ofClient = new Map<string, number>();
  readonly #timers: NodeJS.Timeout[] = [];
  readonly #sums = {
    upstream: 0,
    delivered: 0,
    heldBack: 0,
    reconnected: 0,
    droppedSlow: 0,
    refused: 0,
  };
  readonly #sources: EventSources;
  readonly #answers: EventAnswers;
  #taken = 0;
  #isClosing = false;

  constructor(options: StreamsOptions) {
    this.#options = options;
    const { serving, settings } = options;
    this.#sources = new EventSources(serving.departments, {
      upstreamOpened: () => (this.#sums.upstream += 1),
      upstreamClosed: () => (this.#sums.upstream -= 1),
    });
    this.#answers = new EventAnswers(serving.departments, settings.deadline);
    const { heartbeat } = settings.streams;
    this.#timers.push(setInterval(() => this.#beat(), heartbeat).unref());
    this.#timers.push(setInterval(() => this.#look(), 1_000).unref());
  }

  /** The streams in numbers. */
  get counts(): StreamCounts {
    return { open: this.#open.size, ...this.#sums };
  }

  /**
   * Answers an operation by events, and settles when it has begun: when the first event may come, or the only one has.
   * Rejects with what ends a request early, before anything was written.
   */
  async begin(asked: StreamRequest, response: ServerResponse): Promise<void> {
    // A client of events takes every refusal for good, but comes back to a stream that was broken off.
    if (this.#isClosing) return this.#writer(response).breakOff();
    const leave = this.#enter(asked.client);
    response.once('close', leave);
    if (response.destroyed) leave();
    try {
      await this.#watched(asked, async (noted) => {
        const { present } = this.#options.generations;
        const ready = await this.#ready(noted);
        const { definition } = ready.compiled.variant.operation;
        if (definition.operation !== 'subscription') return this.#once(noted, ready, response);
        const stream = this.#stream({ ...noted, record: undefined }, ready, response);
        // Those that were open have been told of what happened while this one was not yet.
        if (this.#isClosing) stream.breakOff();
        else if (this.#options.generations.present !== present) void stream.reloaded();
        return {};
      });
    } catch (error) {
      leave();
      throw error;
    }
  }

  /** Takes all streams over to the supergraph that is served now. */
  async reloaded(): Promise<void> {
    const { present } = this.#options.generations;
    for (const batch of inBatches([...this.#open], reloadedAtOnce)) {
      await Promise.all(batch.map((stream) => stream.reloaded()));
      await turn();
      // A later reload does all of them again.
      if (this.#options.generations.present !== present) return;
    }
  }

  /** Takes no new stream, and ends those that are open so that their clients connect elsewhere. */
  retire(): void {
    this.#isClosing = true;
    for (const stream of this.#open) stream.breakOff();
    for (const timer of this.#timers) clearInterval(timer);
  }

  #enter(client: string): () => void {
    const { perClient, inAll } = this.#options.settings.streams;
    const own = this.#ofClient.get(client) ?? 0;
    if (this.#taken >= inAll) throw this.#refused(503, 'in all', inAll);
    if (own >= perClient) throw this.#refused(429, 'for one client', perClient);
    this.#taken += 1;
    this.#ofClient.set(client, own + 1);
    let isIn = true;
    return () => {
      if (!isIn) return;
      isIn = false;
      this.#taken -= 1;
      const left = (this.#ofClient.get(client) ?? 1) - 1;
      if (left > 0) this.#ofClient.set(client, left);
      else this.#ofClient.delete(client);
    };
  }

  #refused(status: number, whose: string, allowed: number): HttpRefused {
    this.#sums.refused += 1;
    const refused = new HttpRefused(
      status,
      `${allowed} streams of events may be open ${whose}, and they are; close one or come back later.`,
      { 'retry-after': '5' },
    );
    refused.details = { limit: 'streams', allowed };
    return refused;
  }

  async #watched(
    asked: StreamRequest,
    work: (noted: StreamRequest) => Promise<GraphAnswer>,
  ): Promise<void> {
    const { requestId = randomUUID(), traceparent, request } = asked;
    const { observer, settings } = this.#options;
    const isExplained = request.explain ?? false;
    const watched = { contract: settings.contract, requestId, traceparent, isExplained };
    await watchedRequest(observer, watched, (record) => work({ ...asked, requestId, record }));
  }

  #ready(asked: StreamRequest): Promise<ReadyRequest> {
    const { request, isReadOnly, spend } = asked;
    const { generations, serving } = this.#options;
    return generations.use((generation) =>
      this.#within(asked, (scope) =>
        readied({ request, scope, isReadOnly, ...(spend && { spend }) }, generation, serving),
      ),
    );
  }

  async #once(
    asked: StreamRequest,
    ready: ReadyRequest,
    response: ServerResponse,
  ): Promise<GraphAnswer> {
    const { request } = asked;
    const answer = await this.#within(asked, (scope) =>
      answerOnce({ request, scope }, ready, this.#options.serving),
    );
    const writer = this.#writer(response);
    writer.begin();
    await writer.next(JSON.stringify(answer));
    writer.complete();
    return answer;
  }

  #stream(asked: StreamRequest, ready: ReadyRequest, response: ServerResponse): Stream {
    const writer = this.#writer(response);
    const { requestId = randomUUID(), lastEventId, signal } = asked;
    const asker = { identified: asked, requestId, lastEventId, gone: signal, writer };
    const stream = new Stream(this.#surroundings(asked), asker, ready);
    this.#open.add(stream);
    // The head waits for the subgraph to stand ready, so that nothing after it is missed; but not for long.
    const begin = setTimeout(() => writer.begin(), beginsWithin);
    void this.#run(stream, response).finally(() => {
      clearTimeout(begin);
      this.#open.delete(stream);
    });
    return stream;
  }

  async #run(stream: Stream, response: ServerResponse): Promise<void> {
    try {
      await stream.run();
    } catch (error) {
      this.#options.log.error({ reason: reasonOf(error) }, 'A stream of events failed.');
      response.destroy();
    }
  }

  #writer(response: ServerResponse): EventWriter {
    const { slowAfter } = this.#options.settings.streams;
    return new EventWriter(response, { slowAfter, onDrop: () => (this.#sums.droppedSlow += 1) });
  }

  #surroundings(asked: StreamRequest): StreamSurroundings {
    const sums = this.#sums;
    // What a stream costs was counted when it was opened.
    const { spend: _, ...again } = asked;
    const { caller, requestId = randomUUID(), signal } = asked;
    const asker = { caller, requestId };
    return {
      log: this.#options.log,
      prepare: () => this.#ready(again),
      subscribe: (service, asking) => this.#sources.events(service, asking),
      pay: ({ cost }, until) => this.#paid(asked, cost, until),
      tell: (ready, event, id) => this.#answers.tell(asker, ready, { event, id }),
      answer: (ready, event) => this.#answers.answer({ ...asker, signal }, ready, event),
      told: {
        delivered: () => (sums.delivered += 1),
        reconnects: () => (sums.reconnected += 1),
      },
    };
  }

  /** Counts an event towards the rates of its client; waits while that is more than they allow. */
  async #paid({ spend }: StreamRequest, cost: number, signal: AbortSignal): Promise<void> {
    for (let turns = 0; !signal.aborted; turns += 1) {
      try {
        return await spend?.(cost);
      } catch (error) {
        if (!(error instanceof RateExceeded)) throw error;
        if (turns === 0) this.#sums.heldBack += 1;
        await after(Math.max(10, error.wait * 1_000), undefined, { signal }).catch(() => undefined);
      }
    }
  }

  #within<Result>(
    { caller, requestId = randomUUID(), signal, record }: StreamRequest,
    work: (scope: RequestScope) => Promise<Result>,
  ): Promise<Result> {
    return withinDeadline(this.#options.settings.deadline, signal, (until) =>
      work({ ...until, requestId, caller, record }),
    );
  }

  #beat(): void {
    for (const stream of this.#open) stream.beat();
  }

  /** All at once: one whose client does not read is waited for, and the others end in time all the same. */
  #look(): void {
    for (const stream of this.#open) void stream.look();
  }
}

function* inBatches<Item>(items: readonly Item[], size: number): Generator<readonly Item[]> {
  for (let at = 0; at < items.length; at += size) yield items.slice(at, at + size);
}

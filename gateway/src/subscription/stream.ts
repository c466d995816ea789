import { setTimeout as after } from 'node:timers/promises';
import { RequestRefused, SubgraphSilent } from '../errors/gateway-error.js';
import type { ErrorCode } from '../errors/codes.js';
import { anonymous } from '../identity/caller.js';
import type { Identified } from '../identity/identity.js';
import type { Log } from '../log.js';
import type { ReadyRequest } from '../pipeline/pipeline.js';
import type { GraphAnswer } from '../pipeline/graph-answer.js';
import { backOff } from './back-off.js';
import { eventId, positionOf, type Position } from './event-id.js';
import type { EventWriter } from './event-writer.js';
import type { StopSignal } from '../transport/stop.js';
import type { SubgraphEvent, SubgraphSubscription } from '../transport/transport.js';

/** What a stream needs of the gateway it belongs to. */
export interface StreamSurroundings {
  readonly log: Log;
  /** Plans the operation for the supergraph that is served now; throws RequestRefused when it does not fit it. */
  prepare(): Promise<ReadyRequest>;
  /** Subscribes to a subgraph; see `Transport.subscribe`. */
  subscribe(service: string, asked: SubgraphSubscription): AsyncIterable<SubgraphEvent>;
  /** Settles when the client's rates allow another event, or the signal aborts. */
  pay(ready: ReadyRequest, signal: AbortSignal): Promise<void>;
  /** Learns the rest of an event and writes it in the shape that was asked for, with its id. */
  tell(ready: ReadyRequest, event: SubgraphEvent, id: string): Promise<string>;
  /** The same of what is told once: the answer to what nobody has to be subscribed to for, or a refusal. */
  answer(ready: ReadyRequest, event: SubgraphEvent | undefined): Promise<GraphAnswer>;
  /** Told of what happens, for whoever counts. */
  readonly told: StreamTold;
}

/** What a stream tells of itself. */
export interface StreamTold {
  delivered(): void;
  reconnects(): void;
}

/** Who opened a stream, and how it is written to. */
export interface StreamAsker {
  readonly identified: Identified;
  readonly requestId: string;
  /** The id of the last event that the client had, if it had any. */
  readonly lastEventId: string | undefined;
  /** Aborts when the client has gone. */
  readonly gone: StopSignal;
  readonly writer: EventWriter;
}

/**
 * One client's subscription, for as long as the client stays: across reloads of the supergraph, deaths of the
 * subgraph that tells its events, and pauses of the client. Each event is told once, in order.
 */
export class Stream {
  private readonly writer: EventWriter;
  #ready: ReadyRequest;
  #position: Position | undefined;
  #upstream = new AbortController();
  #isEnded = false;
  #failures = 0;
  #reloads = 0;
  /** True until the client is told that it missed events. */
  #hasMissed = false;

  constructor(
    private readonly surroundings: StreamSurroundings,
    private readonly asker: StreamAsker,
    ready: ReadyRequest,
  ) {
    this.#ready = ready;
    this.writer = asker.writer;
    const handleEvent = (): void => this.#end();
    asker.gone.addEventListener('abort', { handleEvent }, { once: true });
    if (asker.gone.aborted) this.#end();
  }

  /** Tells events until the client has gone, nothing more can come, or the stream is broken off. */
  async run(): Promise<void> {
    const { lastEventId } = this.asker;
    this.#position = lastEventId === undefined ? undefined : positionOf(lastEventId);
    this.#hasMissed = lastEventId !== undefined && this.#position === undefined;
    while (!this.#isEnded) {
      const { signal } = (this.#upstream = new AbortController());
      try {
        await this.#follow(signal);
      } catch (error) {
        this.#fail(error);
      }
      if (this.#isEnded || signal.aborted) continue;
      this.surroundings.told.reconnects();
      await after(backOff(this.#failures++), undefined, { signal }).catch(() => undefined);
    }
  }

  /** Goes over to the supergraph that is served now; the events go on where they are. */
  async reloaded(): Promise<void> {
    if (this.#isEnded) return;
    this.#reloads += 1;
    const turn = this.#reloads;
    try {
      const next = await this.surroundings.prepare();
      if (turn !== this.#reloads) return;
      const isSame = next.compiled.subscription?.text === this.#ready.compiled.subscription?.text;
      const isAlike = isSame && next.compiled.planned === this.#ready.compiled.planned;
      this.#ready = next;
      if (!isAlike || next.compiled.subscription === undefined) this.#upstream.abort();
    } catch (error) {
      if (error instanceof RequestRefused) await this.#complete({ errors: error.errors });
      else this.#fail(error);
    }
  }

  /** Says that the stream is alive. */
  beat(): void {
    this.writer.beat();
  }

  /**
   * Ends the stream when its caller's token has expired. One that holds no more for another reason (it was revoked, or
   * its issuer has new keys) is broken off: whether its client may come back is found when it does.
   */
  async look(): Promise<void> {
    const { identified } = this.asker;
    if (this.#isEnded || identified.isCurrent()) return;
    if (Date.now() < identified.until) return this.breakOff();
    await this.#complete(
      failed(
        'UNAUTHENTICATED',
        'The token this stream was opened with has expired; sign in again and go on from the last event.',
      ),
    );
  }

  /** Ends the stream so that its client connects again, here or elsewhere. */
  breakOff(): void {
    if (this.#isEnded) return;
    this.writer.breakOff();
    this.#end();
  }

  /** Takes in events until the subgraph ends them. */
  async #follow(signal: AbortSignal): Promise<void> {
    const { subscription } = this.#ready.compiled;
    if (!subscription)
      return this.#complete(await this.surroundings.answer(this.#ready, undefined));
    const { service, text } = subscription;
    if (this.#position && this.#position.service !== service) {
      this.#position = undefined;
      this.#hasMissed = true;
    }
    const events = this.surroundings.subscribe(service, {
      text,
      variablesText: variablesText(subscription.variables, this.#ready.variables),
      caller: subscription.isPublic ? anonymous : this.asker.identified.caller,
      requestId: this.asker.requestId,
      after: this.#position?.cursor,
      signal,
    });
    for await (const event of events) {
      if (this.#isEnded || signal.aborted) return;
      this.#failures = 0;
      if (event.answer && !event.isRefused) await this.surroundings.pay(this.#ready, signal);
      if (this.#isEnded || signal.aborted) return;
      await this.#take(this.#ready, { service, event });
      if (this.#isEnded || signal.aborted) return;
    }
  }

  async #take(
    ready: ReadyRequest,
    { service, event }: { service: string; event: SubgraphEvent },
  ): Promise<void> {
    await this.look();
    if (this.#isEnded) return;
    if (event.isRefused) {
      return this.#complete(await this.surroundings.answer(ready, event));
    }
    const position = { service, cursor: event.cursor };
    const id = eventId(position);
    if (event.isGap || this.#hasMissed) await this.#tell(JSON.stringify(missed()), id);
    this.#hasMissed = false;
    if (event.answer) await this.#tell(await this.surroundings.tell(ready, event, id), id);
    const isFirst = this.#position === undefined;
    this.#position = position;
    this.writer.standAt(id);
    if (isFirst) this.writer.beat();
  }

  async #tell(text: string, id: string): Promise<void> {
    if (this.#isEnded) return;
    this.writer.standAt(id);
    await this.writer.next(text);
    this.surroundings.told.delivered();
  }

  async #complete(answer: GraphAnswer): Promise<void> {
    if (this.#isEnded) return;
    this.#end();
    await this.writer.next(JSON.stringify(answer));
    this.writer.complete();
  }

  #end(): void {
    this.#isEnded = true;
    this.#upstream.abort();
  }

  #fail(error: unknown): void {
    if (this.#isEnded) return;
    const { requestId } = this.asker;
    const reason = error instanceof Error ? error.message : String(error);
    this.writer.begin();
    const fault = error instanceof SubgraphSilent ? error.fault : 'internal';
    this.surroundings.log.warn({ requestId, fault, reason }, 'A subscription was interrupted.');
  }
}

function failed(code: ErrorCode, message: string): GraphAnswer {
  return { errors: [{ message, extensions: { code } }] };
}

function missed(): GraphAnswer {
  return failed(
    'EVENTS_MISSED',
    'The events since the last one cannot be told again; read what you show anew. Events go on from here.',
  );
}

function variablesText(names: readonly string[], given: Readonly<Record<string, unknown>>): string {
  const used = names.flatMap((name) => (given[name] === undefined ? [] : [[name, given[name]]]));
  return JSON.stringify(Object.fromEntries(used));
}

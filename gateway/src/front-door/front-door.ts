import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Nudges } from '../cache/nudge.js';
import { withCaching } from '../cache/outgoing.js';
import type { GatewaySettings } from '../configuration/gateway-settings.js';
import { HttpRefused } from '../errors/http-refused.js';
import { refusalOf } from '../errors/refusal.js';
import type { Log } from '../log.js';
import type { Identified, Identity } from '../identity/identity.js';
import type { HttpAnswer } from '../pipeline/http-answer.js';
import { identify } from '../pipeline/identify.js';
import type { GraphAnswer } from '../pipeline/graph-answer.js';
import {
  acceptedType,
  jsonTypeOf,
  type AcceptedType,
  type AnswerType,
} from '../pipeline/accepted-type.js';
import { receive, requestIn, type GraphRequest } from '../pipeline/receive.js';
import { answered, refusedAnswer, refusedRequest, respond } from '../pipeline/respond.js';
import { turnedAwayBy, type Observer } from '../telemetry/observer.js';
import { respondRefused } from '../subscription/refused-events.js';
import type { ResumedFrom } from '../subscription/streams.js';
import { askedTable, wantsTable } from '../table/asked-table.js';
import type { BegunTable } from '../table/begun-table.js';
import type { TableRequest } from '../table/table-request.js';
import type { TrustedDocuments } from '../trusted/trusted-documents.js';
import type { AbortReason } from '../transport/deadline.js';
import type { WayState } from '../transport/guarded-way.js';
import { Stop, type StopSignal } from '../transport/stop.js';
import { Admission } from './admission.js';
import { Clients } from './client.js';
import { compressed } from './compress.js';
import { refuseOddHeaders } from './headers.js';
import { LoopDelay } from './loop-delay.js';
import { departmentsTold, isFromOperator, stateAnswer, type Unready } from './probes.js';
import type { RateStore } from './rate-store.js';
import { Rates } from './rates.js';
import { requestIdHeader, requestIdOf } from './request-id.js';
import { expectTaken } from './taking-in.js';

/** A request that came by HTTP and may go on. */
export interface Admitted extends Identified {
  request: GraphRequest;
  requestId: string;
  /** Tells one client from another. */
  client: string;
  traceparent: string | undefined;
  /** Aborts when the asker no longer waits. */
  signal: StopSignal;
  isReadOnly: boolean;
  /** Counts what the operation costs towards the rates of its client; rejects with RateExceeded. */
  spend: (cost: number) => void | Promise<void>;
}

/** What the front door stands before. */
export interface BehindDoor {
  log: Log;
  settings: GatewaySettings;
  rateStore: RateStore;
  /** Who is believed; without it every caller is anonymous. */
  identity?: Identity;
  /** Is told who was turned away and how many were answered. */
  observer?: Observer;
  /** Takes in that a subgraph signed that its data have changed. */
  nudges: Pick<Nudges, 'answer'>;
  /** Settles once requests are answered as fast as later ones. */
  warm: Promise<void>;
  /** The documents that may be asked by name. */
  trusted(): TrustedDocuments;
  /** How the ways to the subgraphs are. */
  departments(): readonly WayState[];
  answer(admitted: Admitted): Promise<GraphAnswer>;
  /** Answers by events; settles when they have begun, and rejects while nothing was written. */
  stream(admitted: Admitted & ResumedFrom, response: ServerResponse): Promise<void>;
  /** Begins a table; rejects while nothing was written. */
  table(asking: TableRequest): Promise<BegunTable>;
}

/** Speaks HTTP for a gateway: GraphQL at any path, `/health` and `/ready` for the operator. */
export class FrontDoor {
  readonly #behind: BehindDoor;
  readonly #delay = new LoopDelay();
  readonly #admission: Admission;
  readonly #rates: Rates;
  readonly #clients: Clients;
  #isWarm = false;
  #isRetired = false;

  constructor(behind: BehindDoor) {
    const { settings, rateStore } = behind;
    this.#behind = behind;
    this.#admission = new Admission(settings.load, this.#delay);
    this.#rates = new Rates(settings, rateStore);
    this.#clients = new Clients(settings.proxies);
    void behind.warm.then(() => {
      this.#isWarm = true;
    });
  }

  /** Answers one HTTP request; never rejects. */
  async handle(message: IncomingMessage, response: ServerResponse): Promise<void> {
    if (this.#isRetired) response.setHeader('connection', 'close');
    const path = message.url?.split('?')[0];
    if (path === '/health') return respond(response, stateAnswer(200, 'alive'));
    if (path === '/ready') return respond(response, this.#readiness(message));
    if (path === '/nudge') return respond(response, this.#behind.nudges.answer(message));
    const gone = new Stop();
    response.on('close', () => gone.abort('gone' satisfies AbortReason));
    const requestId = requestIdOf(message);
    const asking = { requestId, signal: gone };
    const type = acceptedType(message.headers.accept);
    const isTable = wantsTable(message.url, type);
    if (type === 'text/event-stream' && !isTable) {
      response.setHeader(requestIdHeader, requestId);
      return this.#stream(message, response, asking);
    }
    const answer = isTable
      ? await this.#table(message, response, asking)
      : await this.#answer(message, asking, type);
    if (!answer) return;
    this.#behind.observer?.responded(this.#behind.settings.contract, answer.status);
    const { compressAbove, load } = this.#behind.settings;
    const packed = compressed(answer, message.headers['accept-encoding'], compressAbove);
    const sent = packed instanceof Promise ? await packed : packed;
    respond(response, sent, [requestIdHeader, requestId]);
    expectTaken(response, sent.body.length, load);
  }

  /** Tells probes from now on that nothing more should be sent here, and clients to close their connections. */
  retire(): void {
    this.#isRetired = true;
  }

  /** Retires and measures no more. */
  close(): void {
    this.retire();
    this.#delay.close();
  }

  async #answer(
    message: IncomingMessage,
    asking: Pick<Admitted, 'requestId' | 'signal'>,
    accepted: AcceptedType | undefined,
  ): Promise<HttpAnswer> {
    let type: AnswerType = 'application/json';
    try {
      type = jsonTypeOf(accepted);
      const answer = await this.#inTurn(message, asking, (admitted) =>
        this.#behind.answer(admitted),
      );
      return withCaching(message, answer, answered(answer, type));
    } catch (error) {
      if (error instanceof HttpRefused) return this.#turnedAway(error, type);
      return refusedAnswer(refusalOf(error, asking.requestId, this.#behind.log), type);
    }
  }

  /** Answers by a table, which may be sent already: then there is nothing more to answer. Refusals are JSON. */
  async #table(
    message: IncomingMessage,
    response: ServerResponse,
    asking: Pick<Admitted, 'requestId' | 'signal'>,
  ): Promise<HttpAnswer | undefined> {
    const { log, observer, settings } = this.#behind;
    const type: AnswerType = 'application/graphql-response+json';
    try {
      const asked = askedTable(
        message.url,
        acceptedType(message.headers.accept),
        headerOf(message, 'prefer'),
      );
      const table = await this.#inTurn(message, asking, (admitted) =>
        this.#behind.table({ ...admitted, asked, again: this.#againFor(admitted) }),
      );
      if (!table.isStreamed) return withCaching(message, table.answer, await table.whole());
      await table.send(response, {
        headers: { [requestIdHeader]: asking.requestId },
        acceptEncoding: headerOf(message, 'accept-encoding'),
      });
      observer?.responded(settings.contract, 200);
      return undefined;
    } catch (error) {
      if (error instanceof HttpRefused) return this.#turnedAway(error, type);
      return refusedAnswer(refusalOf(error, asking.requestId, log), type);
    }
  }

  /** Does more work for a client that was admitted before, as if it had asked again. */
  #againFor({ client, isCurrent }: Admitted): TableRequest['again'] {
    return async (work) => {
      if (!isCurrent()) {
        throw new HttpRefused(401, 'The token has ended meanwhile; ask again with a new one.');
      }
      await this.#rates.request(client);
      this.#admission.refuseWhenBusy();
      await this.#admission.enter();
      try {
        return await work();
      } finally {
        this.#admission.leave();
      }
    };
  }

  /** Answers by events; who is turned away before is told so as to anybody else. */
  async #stream(
    message: IncomingMessage,
    response: ServerResponse,
    asking: Pick<Admitted, 'requestId' | 'signal'>,
  ): Promise<void> {
    const { log, observer, settings } = this.#behind;
    try {
      await this.#inTurn(message, asking, ({ request, ...admitted }) => {
        const lastEventId = headerOf(message, 'last-event-id') ?? request.after;
        return this.#behind.stream({ ...admitted, request, lastEventId }, response);
      });
      observer?.responded(settings.contract, 200);
    } catch (error) {
      if (!(error instanceof HttpRefused)) {
        return respondRefused(response, refusalOf(error, asking.requestId, log));
      }
      const answer = this.#turnedAway(error, 'application/json');
      observer?.responded(settings.contract, answer.status);
      respond(response, answer);
    }
  }

  #turnedAway(refused: HttpRefused, type: AnswerType): HttpAnswer {
    const { observer, settings } = this.#behind;
    observer?.turnedAway(settings.contract, turnedAwayBy(refused));
    return refusedRequest(refused, type);
  }

  /** Learns who asks and what, and does the work for it in the place of one request. */
  async #inTurn<Result>(
    message: IncomingMessage,
    asking: Pick<Admitted, 'requestId' | 'signal'>,
    work: (admitted: Admitted) => Promise<Result>,
  ): Promise<Result> {
    refuseOddHeaders(message);
    this.#admission.refuseWhenBusy();
    const { identified, client } = await this.#identified(message);
    const received = await receive(message, this.#behind.settings.bodyBytes);
    // A body that comes slowly takes nobody's place.
    await this.#admission.enter();
    try {
      return await work({
        ...identified,
        ...asking,
        client,
        request: requestIn(received, this.#behind.trusted()),
        traceparent: headerOf(message, 'traceparent'),
        isReadOnly: message.method === 'GET',
        spend: (cost: number) => this.#rates.cost(client, cost),
      });
    } finally {
      this.#admission.leave();
    }
  }

  /** Learns who asks and holds them to their rate of requests, before anything they send is read. */
  async #identified(message: IncomingMessage): Promise<{ identified: Identified; client: string }> {
    const identified = await identify(message, this.#behind.identity, () =>
      this.#rates.newToken(this.#clients.placeOf(message)),
    );
    const client = this.#clients.keyOf(message, identified.caller);
    await this.#rates.request(client);
    return { identified, client };
  }

  #readiness(message: IncomingMessage): HttpAnswer {
    const unready = this.#unready();
    const details = isFromOperator(message)
      ? { departments: departmentsTold(this.#behind.departments()) }
      : {};
    return stateAnswer(unready ? 503 : 200, unready ?? 'ready', details);
  }

  #unready(): Unready | undefined {
    if (this.#isRetired) return 'closing';
    if (!this.#isWarm) return 'starting';
    return this.#admission.isOverloaded ? 'overloaded' : undefined;
  }
}

function headerOf({ headers }: IncomingMessage, name: string): string | undefined {
  const value = headers[name];
  return typeof value === 'string' ? value : undefined;
}

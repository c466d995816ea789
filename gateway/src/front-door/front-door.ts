import { randomUUID } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { HttpRefused } from '../errors/http-refused.js';
import { refusalOf } from '../errors/refusal.js';
import type { Log } from '../log.js';
import type { Identified, Identity } from '../identity/identity.js';
import { identify } from '../pipeline/identify.js';
import type { GraphAnswer } from '../pipeline/project.js';
import { answerTypeOf, receive, type AnswerType, type GraphRequest } from '../pipeline/receive.js';
import {
  answered,
  refusedAnswer,
  refusedRequest,
  respond,
  type HttpAnswer,
} from '../pipeline/respond.js';
import { state } from './state.js';

/** A request that came by HTTP and may go on. */
export interface Admitted extends Identified {
  request: GraphRequest;
  requestId: string;
  /** Aborts when the asker no longer waits. */
  signal: AbortSignal;
  isReadOnly: boolean;
}

/** What the front door stands before. */
export interface BehindDoor {
  log: Log;
  /** Bytes of one request's body at most. */
  bodyBytes: number;
  /** Who is believed; without it every caller is anonymous. */
  identity?: Identity;
  answer(admitted: Admitted): Promise<GraphAnswer>;
}

/** Speaks HTTP for a gateway: GraphQL at any path, `/health` and `/ready` for the operator. */
export class FrontDoor {
  readonly #behind: BehindDoor;
  #isClosing = false;

  constructor(behind: BehindDoor) {
    this.#behind = behind;
  }

  /** Answers one HTTP request; never rejects. */
  async handle(message: IncomingMessage, response: ServerResponse): Promise<void> {
    const path = message.url?.split('?')[0];
    if (path === '/health') return respond(response, state(200, 'alive'));
    if (path === '/ready') {
      return respond(response, this.#isClosing ? state(503, 'closing') : state(200, 'ready'));
    }
    const gone = new AbortController();
    response.once('close', () => gone.abort());
    respond(response, await this.#answer(message, gone.signal));
  }

  /** Tells the operator from now on that nothing more should be sent here. */
  close(): void {
    this.#isClosing = true;
  }

  async #answer(message: IncomingMessage, signal: AbortSignal): Promise<HttpAnswer> {
    const { log, bodyBytes, identity } = this.#behind;
    let type: AnswerType = 'application/json';
    const requestId = randomUUID();
    try {
      type = answerTypeOf(message.headers.accept);
      const identified = await identify(message, identity);
      const request = await receive(message, bodyBytes);
      const isReadOnly = message.method === 'GET';
      const admitted = { request, ...identified, requestId, signal, isReadOnly };
      return answered(await this.#behind.answer(admitted), type);
    } catch (error) {
      if (error instanceof HttpRefused) return refusedRequest(error, type);
      return refusedAnswer(refusalOf(error, requestId, log), type);
    }
  }
}

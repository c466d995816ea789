import type { IncomingMessage, ServerResponse } from 'node:http';

import { BrokenWalk } from '../collection/broken-walk.js';
import type { PublicGraph } from '../collection/public-graph.js';
import type { City } from '../record/city.js';
import { acceptsType } from './accepts.js';
import { KeptAnswers } from './kept-answers.js';
import { linkedDataType } from '../linked-data/json-object.js';
import type { Question } from './question.js';
import { type Route, routes } from './routes.js';
import { sendNotTold, sendTold } from './send-told.js';
import { NotTold, type Told, notNow, nothingThere } from './told.js';

/** Of whom the addresses are asked. */
export interface AskedOf {
  readonly graph: PublicGraph;
  readonly city: () => City;
}

/** Answers that are being made at once; who comes then is asked to come again. */
const mostAtOnce = 32;

/** Milliseconds that making one answer may take, unless it is told piece by piece. */
const patience = 45_000;

/** What the graph knows, in the manner that others read: calendars, feeds, maps, the pages of records. */
export class ToldAnswers {
  readonly #kept = new KeptAnswers();
  #atOnce = 0;

  constructor(readonly askedOf: AskedOf) {}

  /** Takes note that data have changed. */
  changed(): void {
    this.#kept.forget();
  }

  /**
   * Answers one of the addresses of `routes`. Settles with false, and has sent nothing, for all other addresses, and
   * where a person asks for what is not there.
   */
  async answer(request: IncomingMessage, response: ServerResponse): Promise<boolean> {
    if (request.method !== 'GET' && request.method !== 'HEAD') return false;
    const address = request.url?.split('#')[0] ?? '/';
    const found = routeOf(address.split('?')[0] ?? '/');
    if (!found) return false;
    const gone = new AbortController();
    response.once('close', () => gone.abort());
    try {
      const told = await this.#told(found, { request, address, gone: gone.signal });
      await sendTold(request, response, told);
    } catch (error) {
      if (gone.signal.aborted) return true;
      return refuse(request, response, error);
    }
    return true;
  }

  #told({ route, named }: Found, { request, address, gone }: Coming): Promise<Told> {
    if (!named) throw nothingThere();
    const { graph, city } = this.askedOf;
    const wantsLinkedData =
      acceptsType(request, linkedDataType) && !acceptsType(request, 'text/html');
    const said = new URLSearchParams(/\?(.*)$/s.exec(address)?.[1] ?? '');
    const asked = { graph, city: city(), said, address, wantsLinkedData };
    const make = (signal: AbortSignal): Promise<Told> =>
      this.#make(route, { ...asked, now: new Date(), signal }, named);
    if (route.inPieces) return make(gone);
    // Made for all who ask, so it goes on when the first of them has gone.
    return this.#kept.get(`${wantsLinkedData} ${address}`, () =>
      make(AbortSignal.timeout(patience)),
    );
  }

  async #make(route: Route, question: Question, named: readonly string[]): Promise<Told> {
    if (this.#atOnce >= mostAtOnce) throw notNow();
    this.#atOnce += 1;
    const { signal } = question;
    const end = (): void => {
      this.#atOnce -= 1;
    };
    // What is told in pieces is being made until nobody reads it any more.
    if (route.inPieces) whenAborted(signal, end);
    try {
      return await route.tell(question, ...named);
    } finally {
      if (!route.inPieces) end();
    }
  }
}

function whenAborted(signal: AbortSignal, then: () => void): void {
  if (signal.aborted) then();
  else signal.addEventListener('abort', then, { once: true });
}

/** A request as it comes. */
interface Coming {
  readonly request: IncomingMessage;
  readonly address: string;
  /** Aborts when who asked waits no more. */
  readonly gone: AbortSignal;
}

interface Found {
  readonly route: Route;
  /** What the path names; null where it cannot be read. */
  readonly named: readonly string[] | null;
}

function routeOf(path: string): Found | undefined {
  for (const route of routes) {
    const [whole, ...named] = route.path.exec(path) ?? [];
    if (whole !== undefined) return { route, named: decoded(named) };
  }
  return undefined;
}

function decoded(named: readonly string[]): string[] | null {
  try {
    return named.map((each) => decodeURIComponent(each));
  } catch {
    return null;
  }
}

/** How it is called when making an answer took too long. */
const lateNames: ReadonlySet<string> = new Set(['TimeoutError', 'AbortError']);

function refuse(request: IncomingMessage, response: ServerResponse, error: unknown): boolean {
  const isLate = error instanceof Error && lateNames.has(error.name);
  const refusal = error instanceof BrokenWalk || isLate ? notNow() : error;
  if (!(refusal instanceof NotTold) || response.headersSent) throw error;
  // What is not there has a page of its own for people.
  if (refusal.status === 404 && acceptsType(request, 'text/html')) return false;
  sendNotTold(request, response, refusal);
  return true;
}

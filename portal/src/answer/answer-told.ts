import type { IncomingMessage, ServerResponse } from 'node:http';

import { BrokenWalk } from '../collection/broken-walk.js';
import type { PublicGraph } from '../collection/public-graph.js';
import { acceptsType } from './accepts.js';
import type { City } from '../record/city.js';
import type { Question } from './question.js';
import { type Route, routes } from './routes.js';
import { sendNotTold, sendTold } from './send-told.js';
import { NotTold, notNow, nothingThere } from './told.js';

/** Of whom the addresses are asked. */
export interface AskedOf {
  readonly graph: PublicGraph;
  readonly city: () => City;
}

/** Answers of the same moment that are being made at once; who comes then is asked to come again. */
const mostAtOnce = 32;

let atOnce = 0;

/**
 * Answers an address that tells what the graph knows (a calendar, a feed, a map, the page of a record). Settles with
 * false, and has sent nothing, for all other addresses, and where a page of nothing is asked for.
 */
export async function answerTold(
  { graph, city }: AskedOf,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<boolean> {
  if (request.method !== 'GET' && request.method !== 'HEAD') return false;
  const address = request.url ?? '/';
  const found = routeOf(address.split(/[?#]/)[0] ?? '/');
  if (!found) return false;
  const gone = new AbortController();
  response.once('close', () => gone.abort());
  const said = new URLSearchParams(/\?([^#]*)/.exec(address)?.[1] ?? '');
  const asked = { graph, city: city(), now: new Date(), said, address, request };
  return answer(found, { ...asked, signal: gone.signal }, response);
}

interface Found {
  readonly route: Route;
  /** What the path names; null where it cannot be read. */
  readonly named: readonly string[] | null;
}

function routeOf(path: string): Found | undefined {
  for (const route of routes) {
    const [, ...named] = route.path.exec(path) ?? [];
    if (route.path.test(path)) return { route, named: decoded(named) };
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

async function answer(
  { route, named }: Found,
  question: Question,
  response: ServerResponse,
): Promise<boolean> {
  if (atOnce >= mostAtOnce) {
    sendNotTold(response, notNow());
    return true;
  }
  atOnce += 1;
  try {
    if (!named) throw nothingThere();
    await sendTold(question.request, response, await route.tell(question, ...named));
  } catch (error) {
    if (question.signal.aborted) return true;
    const refusal = error instanceof BrokenWalk ? notNow() : error;
    if (!(refusal instanceof NotTold) || response.headersSent) throw error;
    // A person reads the page that says so; a program the sentence.
    if (refusal.status === 404 && acceptsType(question.request, 'text/html')) return false;
    sendNotTold(response, refusal);
  } finally {
    atOnce -= 1;
  }
  return true;
}

import type { IncomingMessage, ServerResponse } from 'node:http';

import type { PublicGraph } from '../collection/public-graph.js';
import { BrokenWalk } from '../collection/broken-walk.js';
import { NotTold, type Told, notNow } from '../answer/told.js';
import type { City } from '../record/city.js';
import { framed } from '../told-page/frame.js';
import { linkedDataType, writtenJson } from '../linked-data/json-object.js';
import { sendNotTold, sendTold } from '../answer/send-told.js';
import { type AskedFile, askedFile, isRefused } from './asked-file.js';
import { catalogue } from './catalogue.js';
import { turtleOf } from './catalogue-turtle.js';
import { type DataList, DataLists } from './data-list.js';
import { IndexWatch } from './index-state.js';
import { openDataPage } from './open-data-page.js';
import type { Municipality } from './place-words.js';
import { type Exchange, fileHeaders, isKnown, sendFile, validators } from './send-file.js';
import { Turns } from './turns.js';

/** What open data is made of. */
export interface OpenDataSettings {
  readonly graph: PublicGraph;
  readonly municipality: Municipality;
  /** The address by which others know the hub, without a slash at its end. */
  readonly address: () => string;
}

/** What tells of the files by address: the page for people, the catalogue for machines. */
const lists: Readonly<Record<string, (list: DataList, city: City) => Told>> = {
  '/open-data': (list, city) => framed(openDataPage(list, city)),
  '/open-data/catalog.jsonld': (list, city) => ({
    type: linkedDataType,
    body: writtenJson(catalogue(list, city)),
  }),
  '/open-data/catalog.ttl': (list, city) => ({
    type: 'text/turtle; charset=utf-8',
    body: turtleOf(catalogue(list, city)),
  }),
};

/** Files that may be written at once: each asks the graph as fast as its reader takes rows. */
const filesAtOnce = 4;

/** Answers the addresses of open data: the files, and what tells of them. */
export class OpenData {
  readonly #watch: IndexWatch;
  readonly #lists: DataLists;
  readonly #turns = new Turns(filesAtOnce);

  constructor(private readonly settings: OpenDataSettings) {
    this.#watch = new IndexWatch(settings.graph);
    this.#lists = new DataLists(this.#watch, settings);
  }

  /** Answers a request for open data; false where it asks for something else. */
  async answer(request: IncomingMessage, response: ServerResponse): Promise<boolean> {
    const url = new URL(request.url ?? '/', 'http://portal');
    const asked = askedFile(url, this.settings.municipality);
    if (!asked) return this.#list(url.pathname, { request, response });
    if (request.method !== 'GET' && request.method !== 'HEAD') {
      response.writeHead(405, { allow: 'GET, HEAD' }).end();
    } else if (isRefused(asked)) say(response, asked.status, asked.reason);
    else await this.#file({ request, response }, asked);
    return true;
  }

  /** Answers what tells of the files: the page for people, the catalogue for machines. */
  async #list(path: string, { request, response }: Exchange): Promise<boolean> {
    const tell = lists[path];
    if (!tell) return false;
    const { municipality, address } = this.settings;
    const city: City = { ...municipality, address: address() };
    try {
      await sendTold(request, response, tell(await this.#lists.list(), city));
    } catch (error) {
      if (!(error instanceof BrokenWalk) && !(error instanceof NotTold)) throw error;
      sendNotTold(request, response, notNow());
    }
    return true;
  }

  async #file(exchange: Exchange, asked: AskedFile): Promise<void> {
    const { request, response } = exchange;
    try {
      const known = validators(asked, await this.#watch.look());
      for (const [name, value] of Object.entries(known)) response.setHeader(name, value ?? '');
      if (isKnown(request, known)) response.writeHead(304).end();
      else if (request.method === 'HEAD')
        response.writeHead(200, fileHeaders(asked, this.settings.municipality.code)).end();
      else await this.#send(exchange, asked);
    } catch (error) {
      if (!(error instanceof BrokenWalk) || response.headersSent) throw error;
      for (const name of ['etag', 'last-modified']) response.removeHeader(name);
      say(
        response,
        503,
        '担当部署のシステムが応答しないため、今はファイルを作れません。しばらくしてからもう一度お試しください。',
      );
    }
  }

  async #send(exchange: Exchange, asked: AskedFile): Promise<void> {
    if (!this.#turns.take()) {
      return say(
        exchange.response,
        503,
        'ほかのファイルを作っているため、今は作れません。しばらくしてからもう一度お試しください。',
      );
    }
    try {
      await sendFile(exchange, asked, this.settings);
    } finally {
      this.#turns.giveBack();
    }
  }
}

function say(response: ServerResponse, status: number, words: string): void {
  response.writeHead(status, {
    'content-type': 'text/plain; charset=utf-8',
    'x-content-type-options': 'nosniff',
    ...(status === 503 && { 'retry-after': '30' }),
  });
  response.end(`${words}\n`);
}

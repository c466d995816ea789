import { request as begin, type ClientRequest, type IncomingMessage } from 'node:http';
import { once } from 'node:events';
import type { GraphAnswer } from '../pipeline/graph-answer.js';

/** One event as a client read it. */
export interface ReadEvent {
  name: string;
  answer: GraphAnswer;
}

/** A client of events, which reads a stream as the standard says. */
export interface EventClient {
  status: number;
  headers: IncomingMessage['headers'];
  events: ReadEvent[];
  comments: number;
  /** What it would send to go on from where it is. */
  lastEventId: string | undefined;
  retry: number | undefined;
  /** Settles when the stream has ended, whoever ended it. */
  ended: Promise<void>;
  leave(): void;
  /** Goes without a word, as a client whose machine fails. */
  breakConnection(): void;
  pause(): void;
  resume(): void;
}

/** What is asked by events. */
export interface AskedEvents {
  query: string;
  variables?: Record<string, unknown>;
  lastEventId?: string | undefined;
  headers?: Record<string, string>;
}

/** Opens a stream over HTTP by POST; settles when its head has come. */
export async function readEvents(url: string, asked: AskedEvents): Promise<EventClient> {
  const { query, variables, lastEventId, headers } = asked;
  const request = begin(url, {
    method: 'POST',
    agent: false,
    headers: {
      'content-type': 'application/json',
      accept: 'text/event-stream',
      ...(lastEventId === undefined ? {} : { 'last-event-id': lastEventId }),
      ...headers,
    },
  });
  request.end(JSON.stringify({ query, variables }));
  // The event carries the response.
  const [response] = (await once(request, 'response')) as [IncomingMessage];
  return following(request, response, lastEventId);
}

function following(
  request: ClientRequest,
  response: IncomingMessage,
  lastEventId: string | undefined,
): EventClient {
  const client: EventClient = {
    status: response.statusCode ?? 0,
    headers: response.headers,
    events: [],
    comments: 0,
    lastEventId,
    retry: undefined,
    ended: new Promise((resolve) => response.once('close', resolve)),
    leave: () => request.destroy(),
    breakConnection: () => request.socket?.resetAndDestroy(),
    pause: () => response.pause(),
    resume: () => response.resume(),
  };
  const reader = new Reader(client);
  request.on('error', () => undefined);
  response.on('error', () => undefined);
  response.setEncoding('utf8');
  response.on('data', (text: string) => reader.take(text));
  return client;
}

/** Reads lines as "9.2.6 Interpreting an event stream" of the HTML standard does. */
class Reader {
  #rest = '';
  #name = '';
  #data = '';
  #id: string | undefined;

  constructor(private readonly client: EventClient) {}

  take(text: string): void {
    const lines = (this.#rest + text).split('\n');
    this.#rest = lines.pop() ?? '';
    for (const line of lines) this.#line(line);
  }

  #line(line: string): void {
    const [, field = '', value = ''] = /^([^:]*):? ?(.*)$/.exec(line) ?? [];
    if (line === '') this.#dispatch();
    else if (line.startsWith(':')) this.client.comments += 1;
    else if (field === 'id') this.#id = value;
    else if (field === 'event') this.#name = value;
    else if (field === 'data') this.#data += value;
    else if (field === 'retry') this.client.retry = Number(value);
  }

  #dispatch(): void {
    if (this.#id !== undefined) this.client.lastEventId = this.#id;
    if (this.#name) {
      const answer = (this.#data ? JSON.parse(this.#data) : {}) as GraphAnswer;
      this.client.events.push({ name: this.#name, answer });
    }
    this.#name = '';
    this.#data = '';
  }
}

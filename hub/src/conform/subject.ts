import { sign, signatureHeader } from '@manabi/kit/signature';

import type { Contract } from './contract.js';
import { type Answer, type Reply, answerIn } from './reply.js';
import type { Samples } from './sample.js';

/** How one request differs from a proper one. */
export interface Odd {
  /** Instead of a proper signature; null sends none. */
  readonly signature?: string | null;
  readonly headers?: Readonly<Record<string, string>>;
}

/** Milliseconds after which a subgraph that is asked counts as silent. */
const patience = 15_000;

/** The subgraph that is looked at. It is only asked questions: nothing is changed in it. */
export class Subject {
  /** What it says of itself; undefined until that was read, and when it cannot be. */
  contract: Contract | undefined;
  /** Keys of entities that exist. */
  samples: Samples = new Map();

  constructor(
    readonly url: URL,
    readonly key: string,
  ) {}

  /** Asks one question as a gateway does, in nobody's name. Rejects when no answer comes. */
  async ask(query: string, variables: object = {}, odd: Odd = {}): Promise<Answer> {
    return answerIn(await this.post(JSON.stringify({ query, variables }), odd));
  }

  /** Sends a body to the GraphQL address. Rejects when no answer comes. */
  post(body: string, odd: Odd = {}): Promise<Reply> {
    return this.#exchange(this.url, { method: 'POST', body, signed: body, odd });
  }

  /** Sends a body to an address beside the GraphQL one. Rejects when no answer comes. */
  postTo(path: string, body: string, odd: Odd = {}): Promise<Reply> {
    const url = new URL(path, this.url);
    return this.#exchange(url, { method: 'POST', body, signed: body, odd });
  }

  /** Reads an address beside the GraphQL one, e.g. `feed?limit=3`. Rejects when no answer comes. */
  get(path: string, odd: Odd = {}): Promise<Reply> {
    const url = new URL(path, this.url);
    return this.#exchange(url, { method: 'GET', signed: `GET ${url.pathname}${url.search}`, odd });
  }

  async #exchange(
    url: URL,
    asked: { method: string; body?: string; signed: string; odd: Odd },
  ): Promise<Reply> {
    const { method, body, signed, odd } = asked;
    const signature = odd.signature === undefined ? sign(this.key, signed) : odd.signature;
    const began = performance.now();
    const response = await fetch(url, {
      method,
      redirect: 'manual',
      signal: AbortSignal.timeout(patience),
      headers: {
        accept: 'application/graphql-response+json, application/json',
        // As a gateway on the same machine asks: what comes packed all the same is refused there.
        'accept-encoding': 'identity',
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        ...(signature === null ? {} : { [signatureHeader]: signature }),
        ...odd.headers,
      },
      ...(body === undefined ? {} : { body }),
    });
    const text = await response.text();
    return {
      status: response.status,
      type: response.headers.get('content-type') ?? '',
      packing: response.headers.get('content-encoding') ?? 'identity',
      text,
      json: jsonIn(text),
      took: performance.now() - began,
    };
  }
}

function jsonIn(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

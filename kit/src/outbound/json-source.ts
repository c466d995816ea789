import { promisify } from 'node:util';
import { gunzip } from 'node:zlib';

import { Agent, type Dispatcher } from 'undici';

import { retryAfter } from './asked-again.js';
import { jsonDepth } from './json-depth.js';
import { type Reach, guardedLookup, unreachable } from './reachable-address.js';
import { SourceProblem, shownAddress } from './source-problem.js';

/** What one answer may be at most. */
export interface AnswerBounds {
  /** Bytes, as they come and unpacked. */
  readonly bytes: number;
  /** Milliseconds from the question to the last byte. */
  readonly milliseconds: number;
  /** Levels of lists and objects within one another. */
  readonly depth: number;
}

/** A question to a source; a GET unless a body is given. */
export interface SourceQuestion {
  readonly url: URL;
  readonly body?: string;
  /** Aborts when nobody waits any more. */
  readonly signal?: AbortSignal;
}

const unpack = promisify(gunzip);
const redirects = new Set([301, 302, 303, 307, 308]);
const mostRedirects = 3;

/**
 * A JSON address of somebody else's, asked within bounds: only its own origin, never a network that was not declared,
 * a size and a time for each answer, packed or not.
 */
export class JsonSource {
  readonly #agent: Agent;

  constructor(
    private readonly origin: string,
    private readonly options: Reach & {
      readonly headers: Readonly<Record<string, string>>;
      readonly bounds: AnswerBounds;
    },
  ) {
    this.#agent = new Agent({
      connections: 4,
      connect: { timeout: 5_000, lookup: guardedLookup(options) },
    });
  }

  /** Asks; throws a SourceProblem when nothing that can be used came within the bounds. */
  async ask({ url, body, signal }: SourceQuestion): Promise<unknown> {
    this.#refuseOther(url);
    const patience = AbortSignal.timeout(this.options.bounds.milliseconds);
    const until = signal ? AbortSignal.any([patience, signal]) : patience;
    try {
      return this.#read(url, await this.#follow(url, body, until));
    } catch (error) {
      if (error instanceof SourceProblem) throw error;
      if (until.aborted) throw tooSlow(url, this.options.bounds.milliseconds);
      throw new SourceProblem(
        'UNREACHABLE',
        `${shownAddress(url)} did not answer (${reasonOf(error)}).`,
      );
    }
  }

  /** Ends every connection. */
  close(): Promise<void> {
    return this.#agent.destroy();
  }

  #refuseOther(url: URL): void {
    if (url.origin !== this.origin)
      throw new SourceProblem(
        'REDIRECTED',
        `${shownAddress(url)} is not at ${this.origin}, the only place that was declared. It was not asked.`,
      );
    const host = url.hostname.replace(/^\[(.*)\]$/, '$1');
    const reason = /^[\d.]+$|:/.test(host) ? unreachable(host, host, this.options) : undefined;
    if (reason !== undefined) throw new SourceProblem('UNREACHABLE', `${reason}.`);
  }

  async #follow(asked: URL, body: string | undefined, signal: AbortSignal): Promise<Answer> {
    let url = asked;
    for (let hops = 0; hops <= mostRedirects; hops += 1) {
      const reply = await this.#exchange(url, body, signal);
      const { location } = reply.headers;
      if (!redirects.has(reply.statusCode) || typeof location !== 'string') {
        if (reply.statusCode === 200) return { reply, bytes: await this.#bytesOf(url, reply) };
        await reply.body.dump();
        throw refused(url, reply);
      }
      await reply.body.dump();
      const next = URL.parse(location, url.href);
      if (!next) throw new SourceProblem('REDIRECTED', `${shownAddress(url)} leads nowhere.`);
      this.#refuseOther(next);
      url = next;
    }
    throw new SourceProblem('REDIRECTED', `${shownAddress(asked)} leads on without an end.`);
  }

  #exchange(
    url: URL,
    body: string | undefined,
    signal: AbortSignal,
  ): Promise<Dispatcher.ResponseData> {
    return this.#agent.request({
      origin: url.origin,
      path: url.pathname + url.search,
      method: body === undefined ? 'GET' : 'POST',
      headers: {
        accept: 'application/json',
        'accept-encoding': 'gzip',
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        ...this.options.headers,
      },
      ...(body === undefined ? {} : { body }),
      signal,
    });
  }

  async #bytesOf(url: URL, reply: Dispatcher.ResponseData): Promise<Buffer> {
    const { bytes: limit } = this.options.bounds;
    const pieces: Buffer[] = [];
    let bytes = 0;
    for await (const piece of reply.body) {
      // A body that is read as it comes gives buffers.
      const part = piece as Buffer;
      bytes += part.length;
      if (bytes > limit) throw tooLarge(url, limit);
      pieces.push(part);
    }
    const came = Buffer.concat(pieces);
    return unpacked(came, { reply, url, limit });
  }

  #read(url: URL, { reply, bytes }: Answer): unknown {
    const { depth } = this.options.bounds;
    const text = decoded(bytes, { reply, url });
    if (jsonDepth(text) > depth)
      throw new SourceProblem(
        'TOO_LARGE',
        `${shownAddress(url)} nests deeper than ${depth} levels.`,
      );
    try {
      return JSON.parse(text) as unknown;
    } catch {
      throw notJson(url, reply);
    }
  }
}

interface Answer {
  readonly reply: Dispatcher.ResponseData;
  readonly bytes: Buffer;
}

function refused(url: URL, { statusCode: status, headers }: Dispatcher.ResponseData): Error {
  const wait = retryAfter(headers['retry-after'], new Date());
  const later =
    wait === undefined ? '' : `, and asks to be left alone for ${Math.ceil(wait / 1000)} s`;
  return new SourceProblem(
    'REFUSED',
    `${shownAddress(url)} answered with status ${status}${later}.`,
    { status, ...(wait !== undefined && { retryAfter: wait }) },
  );
}

function notJson(url: URL, { headers }: Dispatcher.ResponseData): Error {
  const type = String(headers['content-type'] ?? 'nothing');
  const hint = type.includes('html') ? ' Is it a page for people, or one to sign in?' : '';
  return new SourceProblem(
    'NOT_JSON',
    `${shownAddress(url)} answered something that is no JSON (it says ${type.slice(0, 80)}).${hint}`,
  );
}

/** The text of an answer: UTF-8, or what its content type says. Letters that cannot be read are never replaced. */
function decoded(
  bytes: Buffer,
  { reply, url }: { reply: Dispatcher.ResponseData; url: URL },
): string {
  const type = String(reply.headers['content-type'] ?? '');
  const charset = /charset\s*=\s*"?([\w.:-]+)/i.exec(type)?.[1] ?? 'utf-8';
  try {
    return new TextDecoder(charset, { fatal: true }).decode(bytes);
  } catch {
    throw new SourceProblem(
      'NOT_JSON',
      `${shownAddress(url)} holds letters that are not ${charset}. Send UTF-8, or name the charset in content-type.`,
    );
  }
}

async function unpacked(
  came: Buffer,
  { reply, url, limit }: { reply: Dispatcher.ResponseData; url: URL; limit: number },
): Promise<Buffer> {
  const packing = reply.headers['content-encoding'] ?? 'identity';
  if (packing === 'identity') return came;
  if (packing !== 'gzip')
    throw new SourceProblem(
      'NOT_JSON',
      `${shownAddress(url)} packs its answer in a way nobody asked for.`,
    );
  try {
    return await unpack(came, { maxOutputLength: limit });
  } catch (error) {
    const isBomb =
      error instanceof Error && 'code' in error && error.code === 'ERR_BUFFER_TOO_LARGE';
    if (isBomb) throw tooLarge(url, limit);
    throw new SourceProblem('NOT_JSON', `${shownAddress(url)} says gzip, and it is none.`);
  }
}

const tooLarge = (url: URL, limit: number): SourceProblem =>
  new SourceProblem('TOO_LARGE', `${shownAddress(url)} answered more than ${limit} bytes.`);

const tooSlow = (url: URL, milliseconds: number): SourceProblem =>
  new SourceProblem(
    'TOO_SLOW',
    `${shownAddress(url)} did not answer whole within ${milliseconds} ms.`,
  );

function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const { cause } = error;
  const code = 'code' in error ? String(error.code) : '';
  return cause instanceof Error ? cause.message : [code, error.message].filter(Boolean).join(': ');
}

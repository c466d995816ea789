import type { IncomingMessage } from 'node:http';

import type { Logger } from 'pino';

import { feedKey, nudgeKey } from './derived-key.js';
import { Problem } from './problem.js';
import { SeenSignatures } from './seen-signatures.js';
import type { SharedSignatures } from './shared-signatures.js';
import {
  type Remembered,
  type SignatureFault,
  earlyFault,
  signatureFault,
  signatureHeader,
  signatureWindow,
} from './signature.js';

/** What others than a gateway may do, each by a key that does that alone. */
type Errand = 'feed' | 'nudge';

/** What a service lets requests in by. */
export interface GatekeeperOptions {
  readonly name: string;
  readonly gatewayKey: string;
  readonly log: Logger;
  /** Seconds by which the clock of who signed may differ; the usual 60 at most. */
  readonly signatureWindow?: number;
  /** What other processes of the service accepted; only its own are known without. */
  readonly shared?: Pick<SharedSignatures, 'note'>;
}

/** A request that this process of a service lets in. */
export interface LetIn {
  /** Settles when no other process has let it in; else rejects with the Problem that refuses it. */
  readonly first: Promise<void>;
}

/**
 * Lets in what was signed with the service's own key, once, to its feed also what was signed with the feed's key, to
 * be nudged what was signed with that for nudges, and nothing else; every refusal is logged.
 */
export class Gatekeeper {
  readonly #key: string;
  readonly #errands: Readonly<Record<Errand, string>>;
  readonly #log: Logger;
  readonly #seen: SeenSignatures;
  readonly #window: number;
  readonly #shared: Pick<SharedSignatures, 'note'> | undefined;

  constructor(
    { name, gatewayKey, log, signatureWindow: window, shared }: GatekeeperOptions,
    seen = new SeenSignatures(),
  ) {
    this.#key = gatewayKey;
    this.#errands = { feed: feedKey(gatewayKey, name), nudge: nudgeKey(gatewayKey, name) };
    this.#log = log;
    this.#seen = seen;
    this.#window = window ?? signatureWindow;
    this.#shared = shared;
  }

  /** Throws a Problem where nothing that could follow makes the request a signed one: its body is not read then. */
  greet(request: IncomingMessage): void {
    const fault = earlyFault({ signature: signatureOf(request), window: this.#window });
    if (fault) throw this.#refused(request, fault);
  }

  /** Throws a Problem unless these exact bytes were signed for this one request, by who may do such an errand. */
  require(request: IncomingMessage, signed: string, errand?: Errand): LetIn {
    let noted: { signature: string; time: number } | undefined;
    const remembered: Remembered = {
      note: (signature, time, now) => {
        noted = { signature, time };
        return this.#seen.note(signature, time, now);
      },
    };
    const fault = this.#fault({ request, signed, remembered }, errand);
    if (fault) throw this.#refused(request, fault);
    const first = this.#requireFirst(request, noted);
    // Who asks for it only later hears of it then.
    first.catch(() => undefined);
    return { first };
  }

  async #requireFirst(
    request: IncomingMessage,
    noted: { signature: string; time: number } | undefined,
  ): Promise<void> {
    if (!noted || !this.#shared) return;
    const digest = Buffer.from(noted.signature, 'latin1').toString('hex');
    const isFirst = await this.#shared.note(digest, noted.time);
    if (!isFirst) throw this.#refused(request, 'replayed');
  }

  #refused(request: IncomingMessage, fault: SignatureFault): Problem {
    const path = request.url?.split('?')[0]?.slice(0, 100);
    const requestId = String(request.headers['x-request-id'] ?? '').slice(0, 100);
    const from = request.socket.remoteAddress;
    this.#log.warn(
      { fault, path, requestId, from },
      'a request without a valid signature was refused',
    );
    return fault === 'too-many'
      ? new Problem(
          'UNAVAILABLE',
          'More requests came within a minute than can be told apart. Ask again in a minute.',
        )
      : new Problem(
          'UNAUTHENTICATED',
          'Only a gateway of the city is answered here. Ask the gateway instead.',
        );
  }

  #fault(
    {
      request,
      signed,
      remembered,
    }: { request: IncomingMessage; signed: string; remembered: Remembered },
    errand?: Errand,
  ): SignatureFault | undefined {
    const given = { signature: signatureOf(request), remembered, window: this.#window };
    const fault = signatureFault(this.#key, signed, given);
    // Whoever signed it with a key for this errand alone looks altered to the service's own.
    return fault === 'altered' && errand
      ? signatureFault(this.#errands[errand], signed, given)
      : fault;
  }
}

function signatureOf({ headers }: IncomingMessage): string | undefined {
  const header = headers[signatureHeader];
  return Array.isArray(header) ? header.join(',') : header;
}

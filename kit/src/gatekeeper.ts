import type { IncomingMessage } from 'node:http';

import type { Logger } from 'pino';

import { feedKey, nudgeKey } from './derived-key.js';
import { Problem } from './problem.js';
import { SeenSignatures } from './seen-signatures.js';
import {
  type SignatureFault,
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

  constructor(
    { name, gatewayKey, log, signatureWindow: window }: GatekeeperOptions,
    seen = new SeenSignatures(),
  ) {
    this.#key = gatewayKey;
    this.#errands = { feed: feedKey(gatewayKey, name), nudge: nudgeKey(gatewayKey, name) };
    this.#log = log;
    this.#seen = seen;
    this.#window = window ?? signatureWindow;
  }

  /** Throws a Problem unless these exact bytes were signed for this one request, by who may do such an errand. */
  require(request: IncomingMessage, signed: string, errand?: Errand): void {
    const header = request.headers[signatureHeader];
    const signature = Array.isArray(header) ? header.join(',') : header;
    const fault = this.#fault(signed, signature, errand);
    if (!fault) return;
    const path = request.url?.split('?')[0]?.slice(0, 100);
    const requestId = String(request.headers['x-request-id'] ?? '').slice(0, 100);
    const from = request.socket.remoteAddress;
    this.#log.warn(
      { fault, path, requestId, from },
      'a request without a valid signature was refused',
    );
    if (fault === 'too-many') {
      throw new Problem(
        'UNAVAILABLE',
        'More requests came within a minute than can be told apart. Ask again in a minute.',
      );
    }
    throw new Problem(
      'UNAUTHENTICATED',
      'Only a gateway of the city is answered here. Ask the gateway instead.',
    );
  }

  #fault(
    signed: string,
    signature: string | undefined,
    errand?: Errand,
  ): SignatureFault | undefined {
    const given = { signature, remembered: this.#seen, window: this.#window };
    const fault = signatureFault(this.#key, signed, given);
    // Whoever signed it with a key for this errand alone looks altered to the service's own.
    return fault === 'altered' && errand
      ? signatureFault(this.#errands[errand], signed, given)
      : fault;
  }
}

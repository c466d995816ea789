import type { IncomingMessage } from 'node:http';

import type { Logger } from 'pino';

import { Problem } from './problem.js';
import { SeenSignatures } from './seen-signatures.js';
import { signatureFault, signatureHeader } from './signature.js';

/** Lets in what a gateway of the city signed, once, and nothing else; every refusal is logged. */
export class Gatekeeper {
  readonly #key: string;
  readonly #log: Logger;
  readonly #seen: SeenSignatures;

  constructor(
    { gatewayKey, log }: { gatewayKey: string; log: Logger },
    seen = new SeenSignatures(),
  ) {
    this.#key = gatewayKey;
    this.#log = log;
    this.#seen = seen;
  }

  /** Throws a Problem unless these exact bytes were signed for this one request. */
  require(request: IncomingMessage, signed: string): void {
    const header = request.headers[signatureHeader];
    const signature = Array.isArray(header) ? header.join(',') : header;
    const fault = signatureFault(this.#key, signed, { signature, remembered: this.#seen });
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
}

import type { IncomingMessage } from 'node:http';
import { SeenSignatures } from '@manabi/kit/seen-signatures';
import { signatureFault, signatureHeader } from '@manabi/kit/signature';
import type { HttpAnswer } from '../pipeline/http-answer.js';

const headers = { 'content-type': 'application/json', 'cache-control': 'no-store' };

/** Nudges of the last two minutes that are remembered; losing one loses nothing. */
const remembered = 20_000;

/**
 * Answers `POST /nudge?source=<service>`: "look now, my data have changed". It counts only when it is signed
 * with the key for nudges to gateways, and once; losing every nudge loses nothing, since the heads are looked at each
 * second.
 */
export class Nudges {
  readonly #key: string | undefined;
  readonly #changed: (service: string) => void;
  readonly #seen = new SeenSignatures(remembered);

  /** Without a key nobody may. `changed` is told whose data have changed. */
  constructor(key: string | undefined, changed: (service: string) => void) {
    this.#key = key;
    this.#changed = changed;
  }

  /** Takes one in. */
  answer({ method, url = '', headers: sent }: IncomingMessage): HttpAnswer {
    const signature = sent[signatureHeader];
    const isSigned =
      method === 'POST' &&
      this.#key !== undefined &&
      typeof signature === 'string' &&
      !signatureFault(this.#key, `${method} ${url}`, { signature, remembered: this.#seen });
    if (!isSigned) return { status: 401, headers, body: '{}' };
    this.#changed(new URL(url, 'http://gateway').searchParams.get('source') ?? '');
    return { status: 204, headers: {}, body: '' };
  }
}

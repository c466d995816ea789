import type { IncomingMessage } from 'node:http';
import { signatureFault, signatureHeader } from '@manabi/kit/signature';
import type { HttpAnswer } from '../pipeline/http-answer.js';

const headers = { 'content-type': 'application/json', 'cache-control': 'no-store' };

/**
 * Answers `POST /nudge?source=<service>`: "look now, my data have changed". It counts only when it is signed
 * with the key for nudges to gateways; losing every nudge loses nothing, since the heads are looked at each second.
 */
export function nudged(
  { method, url = '', headers: sent }: IncomingMessage,
  key: string | undefined,
  changed: (service: string) => void,
): HttpAnswer {
  const signature = sent[signatureHeader];
  const isSigned =
    key !== undefined &&
    typeof signature === 'string' &&
    !signatureFault(key, `${method} ${url}`, { signature });
  if (method !== 'POST' || !isSigned) return { status: 401, headers, body: '{}' };
  changed(new URL(url, 'http://gateway').searchParams.get('source') ?? '');
  return { status: 204, headers: {}, body: '' };
}

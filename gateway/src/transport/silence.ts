import type { Fault } from '../errors/fault.js';
import { SubgraphSilent } from '../errors/gateway-error.js';
import { abortReasonOf } from './deadline.js';
import type { StopSignal } from './stop.js';

/** What an exchange failed of when its signal aborted; `sent` tells whether the subgraph may have heard of it. */
export function silenceOfAbort(signal: StopSignal, sent: boolean): SubgraphSilent {
  if (abortReasonOf(signal) === 'gone') {
    return new SubgraphSilent('asker-gone', 'nobody waits for the answer any more');
  }
  return sent
    ? new SubgraphSilent('late', 'no answer before the deadline')
    : new SubgraphSilent('late-before-sending', 'no free connection before the deadline');
}

/** What an exchange failed of, read from the error of the connection. */
export function silenceOf(error: unknown, sent: boolean): SubgraphSilent {
  if (error instanceof SubgraphSilent) return error;
  const { fault, reason } = told(error, sent);
  return new SubgraphSilent(fault, reason, { cause: error });
}

function told(error: unknown, sent: boolean): { fault: Fault; reason: string } {
  const code = codeOf(error);
  // TLS 1.3 lets the client send before the server has looked at its certificate.
  if (sent && !/^ERR_SSL_.*_ALERT_/.test(code)) {
    return closes.has(code)
      ? { fault: 'reset-after-sending', reason: 'the connection broke before the answer was whole' }
      : { fault: 'exchange-failed', reason: 'the exchange failed' };
  }
  const fault = faults.get(code) ?? (isOfTls(code, error) ? 'tls-failed' : undefined);
  if (fault) return { fault, reason: `${reasons[fault] ?? 'the exchange failed'} (${code})` };
  return closes.has(code)
    ? { fault: 'reset-before-sending', reason: 'the connection broke before anything was sent' }
    : { fault: 'exchange-failed', reason: 'the exchange failed' };
}

// Codes of Node's net, dns and tls (OpenSSL's verification results), and of undici.
const faults = new Map<string, Fault>([
  ['ENOTFOUND', 'name-unknown'],
  ['EAI_AGAIN', 'name-unknown'],
  ['EAI_FAIL', 'name-unknown'],
  ['EAI_NODATA', 'name-unknown'],
  ['ECONNREFUSED', 'refused'],
  ['EHOSTUNREACH', 'no-route'],
  ['ENETUNREACH', 'no-route'],
  ['EHOSTDOWN', 'no-route'],
  ['ETIMEDOUT', 'no-route'],
  ['UND_ERR_CONNECT_TIMEOUT', 'no-route'],
  ['CERT_HAS_EXPIRED', 'certificate-expired'],
  ['CERT_NOT_YET_VALID', 'certificate-expired'],
  ['ERR_TLS_CERT_ALTNAME_INVALID', 'certificate-of-another'],
  ['HOSTNAME_MISMATCH', 'certificate-of-another'],
  ['DEPTH_ZERO_SELF_SIGNED_CERT', 'certificate-untrusted'],
  ['SELF_SIGNED_CERT_IN_CHAIN', 'certificate-untrusted'],
  ['UNABLE_TO_VERIFY_LEAF_SIGNATURE', 'certificate-untrusted'],
  ['UNABLE_TO_GET_ISSUER_CERT', 'certificate-untrusted'],
  ['UNABLE_TO_GET_ISSUER_CERT_LOCALLY', 'certificate-untrusted'],
  ['CERT_SIGNATURE_FAILURE', 'certificate-untrusted'],
  ['CERT_UNTRUSTED', 'certificate-untrusted'],
  ['CERT_REVOKED', 'certificate-untrusted'],
  ['INVALID_CA', 'certificate-untrusted'],
]);

const reasons: Partial<Record<Fault, string>> = {
  'name-unknown': 'the name of its host is not known',
  refused: 'nobody listens at its address',
  'no-route': 'its host does not answer',
  'certificate-expired': 'its certificate is out of date',
  'certificate-of-another': 'its certificate is of another host',
  'certificate-untrusted': 'its certificate is of an authority that is not trusted',
  'tls-failed': 'no secure connection was agreed on',
};

const closes: ReadonlySet<string> = new Set([
  'ECONNRESET',
  'ETIMEDOUT',
  'EPIPE',
  'UND_ERR_SOCKET',
  'UND_ERR_CLOSED',
  'UND_ERR_DESTROYED',
  'UND_ERR_RES_CONTENT_LENGTH_MISMATCH',
  'ERR_STREAM_PREMATURE_CLOSE',
]);

function isOfTls(code: string, error: unknown): boolean {
  return /^(?:ERR_SSL_|ERR_TLS_|EPROTO)/.test(code) || /\btls\b|secure TLS/i.test(String(error));
}

/** The code of an error, or of the first of several attempts at one name with several addresses. */
function codeOf(error: unknown): string {
  if (error instanceof AggregateError && !('code' in error && error.code)) {
    return codeOf(error.errors[0]);
  }
  return error instanceof Error && 'code' in error ? String(error.code) : '';
}

import { SubgraphSilent } from '../../errors/gateway-error.js';

/** What the head of a reply says, as far as anybody looks at it. A header that is not there is an empty text. */
export interface ReplyHead {
  readonly status: number;
  readonly type: string;
  readonly cacheControl: string;
  readonly encoding: string;
  /** Bytes of the body; undefined where it comes in chunks or ends with the connection. */
  readonly length: number | undefined;
  readonly isChunked: boolean;
  /** Milliseconds for which the connection may be kept after the reply; 0 where it may not. */
  readonly kept: number;
}

/** Milliseconds a connection is kept where nothing is said of it. */
export const keptUsually = 4_000;

/** Milliseconds a connection is kept at most, and by which it is closed earlier than the other side would. */
const keeping = { most: 600_000, margin: 2_000 } as const;

// Line breaks, zeros and other control characters have no place in a head. It is read as Latin-1.
const statusLine = /^HTTP\/1\.([01]) ([1-5]\d\d)(?: [\t\u0020-\u007E\u0080-\u00FF]*)?\r\n/;
const field = /([!#$%&'*+.^_`|~0-9A-Za-z-]+):([\t\u0020-\u007E\u0080-\u00FF]*)\r\n/y;

/**
 * Reads the head of an HTTP/1 reply: its lines, each with its end, without the empty one. Throws SubgraphSilent for
 * what could be read in two ways: odd lines, a length beside chunks, two lengths, other codings of the transfer.
 */
export function replyHead(text: string): ReplyHead {
  const [line = '', minor, status] = statusLine.exec(text) ?? [];
  if (line === '') throw malformed('its status line');
  const fields = fieldsIn(text, line.length);
  const length = lengthOf(fields);
  const isChunked = fields.has('transfer-encoding');
  return {
    status: Number(status),
    type: fields.get('content-type') ?? '',
    cacheControl: fields.get('cache-control') ?? '',
    encoding: fields.get('content-encoding') ?? '',
    length,
    isChunked,
    kept: minor === '0' || (length === undefined && !isChunked) ? 0 : keptOf(fields),
  };
}

/** A reply that is not HTTP as we speak it. */
export function malformed(what: string): SubgraphSilent {
  return new SubgraphSilent('exchange-failed', `the reply is malformed: ${what}`);
}

/** The headers that somebody looks at, by their names in small letters; one that came twice as a list. */
function fieldsIn(text: string, from: number): ReadonlyMap<string, string> {
  const fields = new Map<string, string>();
  field.lastIndex = from;
  while (field.lastIndex < text.length) {
    const [, name, value] = field.exec(text) ?? [];
    if (name === undefined || value === undefined) throw malformed('a header');
    const known = name.toLowerCase();
    const before = fields.get(known);
    fields.set(known, before === undefined ? value.trim() : `${before}, ${value.trim()}`);
  }
  return fields;
}

function lengthOf(fields: ReadonlyMap<string, string>): number | undefined {
  const length = fields.get('content-length');
  const coding = fields.get('transfer-encoding');
  if (coding !== undefined) {
    if (length !== undefined) throw malformed('a length beside chunks');
    if (coding.toLowerCase() !== 'chunked') throw malformed('the coding of its transfer');
  }
  // Two lengths make a list.
  if (length !== undefined && !/^\d{1,15}$/.test(length)) throw malformed('its length');
  return length === undefined ? undefined : Number(length);
}

function keptOf(fields: ReadonlyMap<string, string>): number {
  if (/(?:^|[\s,])close(?:[\s,]|$)/i.test(fields.get('connection') ?? '')) return 0;
  const [, told] =
    /(?:^|[\s,;])timeout\s*=\s*(\d{1,9})/i.exec(fields.get('keep-alive') ?? '') ?? [];
  if (told === undefined) return keptUsually;
  return Math.min(keeping.most, Math.max(0, Number(told) * 1000 - keeping.margin));
}

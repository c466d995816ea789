import { z } from 'zod';
import { usualBreaker } from '../transport/circuit-breaker.js';
import { knownEncodings } from '../transport/unpacking.js';
import { usualRetries } from '../transport/retry-budget.js';
import { milliseconds, whole } from './quantities.js';

const part = (usual: number): z.ZodDefault<z.ZodNumber> => z.number().min(0).max(1).default(usual);

const breaker = z.strictObject({
  window: milliseconds(usualBreaker.window).describe('Milliseconds that are looked back on.'),
  failures: whole(1)
    .default(usualBreaker.failures)
    .describe('Failures in the window below which it stays closed.'),
  share: part(usualBreaker.share).describe('Share of failures in the window from which it opens.'),
  inARow: whole(1)
    .default(usualBreaker.inARow)
    .describe('Failures in a row from which it opens whatever went before.'),
  rest: milliseconds(usualBreaker.rest).describe(
    'Milliseconds it stays open; then one request tries.',
  ),
});

const retries = z.strictObject({
  attempts: whole(1)
    .default(usualRetries.attempts)
    .describe('Times a query is asked at most; 1 never asks again. A mutation is asked once.'),
  share: part(usualRetries.share).describe('Second tries per request over time.'),
  burst: whole(0)
    .default(usualRetries.burst)
    .describe('Second tries that may come at once after a quiet time.'),
  pause: whole(0)
    .default(usualRetries.pause)
    .describe('Milliseconds before the second try at most, twice as many before the third.'),
});

/** How the ways to the subgraphs are guarded. */
export const waySettings = z.strictObject({
  sharing: z
    .boolean()
    .default(true)
    .describe(
      'Whether equal questions of equal askers that are under way at the same moment are sent once.',
    ),
  breaker: breaker.prefault({}).describe('When a subgraph that fails is left alone for a while.'),
  retries: retries.prefault({}).describe('When a query that failed is asked again.'),
});

const file = z.string().min(1).optional();

/** How subgraphs are reached over HTTP. */
export const exchangeSettings = z.strictObject({
  connections: whole(1).default(32).describe('Connections to one subgraph at most.'),
  answerBytes: whole(1024)
    .default(16 * 1024 * 1024)
    .describe('Bytes of one answer of a subgraph at most, as it comes and unpacked.'),
  acceptEncoding: z
    .array(z.enum(knownEncodings))
    .optional()
    .describe(
      'Encodings asked for: `gzip`, `br`, `zstd`. None of a subgraph on the same machine and `gzip` of others, unless said.',
    ),
  ca: file.describe('Path of the certificates (PEM) trusted instead of those of the system.'),
  cert: file.describe('Path of the certificate (PEM) by which subgraphs know this gateway.'),
  key: file.describe('Path of the key (PEM) of that certificate.'),
  minVersion: z
    .enum(['TLSv1.2', 'TLSv1.3'])
    .default('TLSv1.2')
    .describe('The oldest version of TLS that is spoken.'),
  servernames: z
    .record(z.string(), z.string().min(1))
    .default({})
    .describe('Names in the certificates of subgraphs whose addresses have another, by subgraph.'),
});

/** How subgraphs are reached over HTTP, with everything decided. */
export type ExchangeSettings = z.output<typeof exchangeSettings>;

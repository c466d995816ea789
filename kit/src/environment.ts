import { z } from 'zod';

import { shortestKey } from './derived-key.js';
import { signatureWindow } from './signature.js';

/** Surroundings in which a service cannot start; its message is one sentence that says what to set. */
export class EnvironmentRefused extends Error {
  override readonly name = 'EnvironmentRefused';
}

const listOf = (text: string): string[] => text.split(',').filter(Boolean);

const pairOf = (text: string): [string, string] => {
  const [name = '', ...url] = text.split('=');
  return [name, url.join('=')];
};

const mapOf = (text: string): Map<string, string> => new Map(listOf(text).map(pairOf));

/** What a service that runs on its own reads from its surroundings. */
const shape = z.object({
  DATABASE_URL: z.url({
    error: 'the address of its PostgreSQL database, e.g. postgres://user:secret@host/name',
  }),
  GATEWAY_KEY: z
    .string({ error: 'the key of this service, shared with the gateways' })
    .min(shortestKey, `at least ${shortestKey} characters`),
  /** Seconds that a signed request is good for, either way; less where gateways' clocks are kept together. */
  SIGNATURE_WINDOW: z.coerce
    .number({ error: 'seconds' })
    .int()
    .min(5, 'at least 5 seconds')
    .max(signatureWindow, `at most ${signatureWindow} seconds`)
    .default(signatureWindow),
  PORT: z.coerce.number({ error: 'a port number' }).int().min(0).max(65_535).default(0),
  HOST: z.string().default('127.0.0.1'),
  /** Services whose feeds it follows: `library=http://host:port,kominkan=…`. */
  FEEDS: z.string().default('').transform(mapOf),
  /** The key of each of those feeds, which opens nothing else: `library=…,kominkan=…`. */
  FEED_KEYS: z.string().default('').transform(mapOf),
  /** Who is nudged after each change, gateways by the name `gateway`: `center=http://host:port,gateway=…`. */
  FOLLOWERS: z
    .string()
    .default('')
    .transform((text) => listOf(text).map(pairOf)),
  /** The key for nudges to each of those, which does nothing else: `center=…,gateway=…`. */
  NUDGE_KEYS: z.string().default('').transform(mapOf),
  /** Time of day in Japan at which it does its daily work, such as sealing statistics. */
  DAILY_WORK_AT: z
    .string()
    .regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'a time of day in Japan, e.g. 02:30')
    .optional(),
  /** Files (PEM) with which it answers over TLS: its certificate with the chain, and the key of it. */
  TLS_CERT: z.string().optional(),
  TLS_KEY: z.string().optional(),
  /** File (PEM) with the authority that alone is believed: callers must show a certificate of it. */
  TLS_CA: z.string().optional(),
});

const hasKeys = (names: Iterable<string>, keys: ReadonlyMap<string, string>): boolean =>
  [...names].every((name) => (keys.get(name)?.length ?? 0) >= shortestKey);

const whole = shape
  .refine(
    ({ TLS_CERT, TLS_KEY, TLS_CA }) =>
      (TLS_CERT === undefined) === (TLS_KEY === undefined) && (TLS_CA === undefined || TLS_CERT),
    { path: ['TLS_CERT'], error: 'TLS_CERT and TLS_KEY together, TLS_CA only beside them' },
  )
  .refine(({ FEEDS, FEED_KEYS }) => hasKeys(FEEDS.keys(), FEED_KEYS), {
    path: ['FEED_KEYS'],
    error: 'name=key for each name in FEEDS (hub keys feed NAME)',
  })
  .refine(
    ({ FOLLOWERS, NUDGE_KEYS }) =>
      hasKeys(
        FOLLOWERS.map(([name]) => name),
        NUDGE_KEYS,
      ),
    {
      path: ['NUDGE_KEYS'],
      error: 'name=key for each name in FOLLOWERS, which holds name=address (hub keys nudge NAME)',
    },
  );

export type Environment = z.infer<typeof shape>;

/** When daily work is to be done, where the environment says so. Throws one sentence where it says no time of day. */
export function readDailyWorkAt(variables: NodeJS.ProcessEnv): string | undefined {
  const read = shape.pick({ DAILY_WORK_AT: true }).safeParse(variables);
  if (read.success) return read.data.DAILY_WORK_AT;
  throw new Error('DAILY_WORK_AT is no time of day in Japan. Write it as 02:30.');
}

/** Reads the environment of a service. Throws EnvironmentRefused, which names every variable that is missing or wrong. */
export function readEnvironment(variables: NodeJS.ProcessEnv): Environment {
  const read = whole.safeParse(variables);
  if (read.success) return read.data;
  const faults = read.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`);
  throw new EnvironmentRefused(
    `The service cannot start. Set these environment variables: ${faults.join('; ')}.`,
  );
}

import { z } from 'zod';

const listOf = (text: string): string[] => text.split(',').filter(Boolean);

const pairOf = (text: string): [string, string] => {
  const [name = '', ...url] = text.split('=');
  return [name, url.join('=')];
};

/** What a service that runs on its own reads from its surroundings. */
const shape = z.object({
  DATABASE_URL: z.url({
    error: 'the address of its PostgreSQL database, e.g. postgres://user:secret@host/name',
  }),
  GATEWAY_KEY: z
    .string({ error: 'the secret shared with the gateway' })
    .min(32, 'at least 32 characters'),
  PORT: z.coerce.number({ error: 'a port number' }).int().min(0).max(65_535).default(0),
  HOST: z.string().default('127.0.0.1'),
  /** Services whose feeds it follows: `library=http://host:port,kominkan=…`. */
  FEEDS: z
    .string()
    .default('')
    .transform((text) => new Map(listOf(text).map(pairOf))),
  /** Addresses of the services that follow it: they are nudged after each change. */
  FOLLOWERS: z.string().default('').transform(listOf),
  /** Files (PEM) with which it answers over TLS: its certificate with the chain, and the key of it. */
  TLS_CERT: z.string().optional(),
  TLS_KEY: z.string().optional(),
  /** File (PEM) with the authority that alone is believed: callers must show a certificate of it. */
  TLS_CA: z.string().optional(),
});

const whole = shape.refine(
  ({ TLS_CERT, TLS_KEY, TLS_CA }) =>
    (TLS_CERT === undefined) === (TLS_KEY === undefined) && (TLS_CA === undefined || TLS_CERT),
  { path: ['TLS_CERT'], error: 'TLS_CERT and TLS_KEY together, TLS_CA only beside them' },
);

export type Environment = z.infer<typeof shape>;

/** Reads the environment of a service. Throws one sentence that names every variable that is missing or wrong. */
export function readEnvironment(variables: NodeJS.ProcessEnv): Environment {
  const read = whole.safeParse(variables);
  if (read.success) return read.data;
  const faults = read.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`);
  throw new Error(
    `The service cannot start. Set these environment variables: ${faults.join('; ')}.`,
  );
}

import { z } from 'zod';
import type { Limits } from '../guard/limits.js';
import { waySettings } from './way-settings.js';
import { isNetwork, isTimeZone, milliseconds, whole } from './quantities.js';

const bytes = (usual: number): z.ZodDefault<z.ZodNumber> => whole(1024).default(usual);

/** The roles a caller may have. */
export const callerRoles = ['anonymous', 'resident', 'department', 'analyst'] as const;

const limit = whole(0).exactOptional();
const limits = z.strictObject({
  documentBytes: limit.describe('Bytes of the document in UTF-8.'),
  tokens: limit.describe('Tokens of the document.'),
  depth: limit.describe('Levels of fields within fields.'),
  fields: limit.describe(
    'Fields of one operation, those of a fragment counted where it is spread.',
  ),
  rootFields: limit.describe("Fields of one operation's root."),
  aliases: limit.describe('Aliases in the document.'),
  directives: limit.describe('Directives in the document.'),
  valueDepth: limit.describe('Levels of lists and objects within an argument or a variable.'),
  values: limit.describe('Values in all variables together.'),
  introspectionDepth: limit.describe('Levels of fields below `__schema` or `__type`.'),
  repeats: limit.describe('Times one response key stands at one place, fragments spread.'),
  fragments: limit.describe('Fragments that the document defines.'),
  introspectionLists: limit.describe('Levels of lists below `__schema` or `__type`.'),
  introspectionFields: limit.describe('Fields below all `__schema` and `__type` of one operation.'),
  cost: limit.describe('The cost of the operation, by `@cost` and `@listSize`.'),
} satisfies Record<keyof Limits, z.ZodType>);

const documents = z.strictObject({
  adHoc: z
    .array(z.enum(callerRoles))
    .optional()
    .describe(
      'Roles that may ask documents which are not trusted. In production nobody on the public graph and analysts on the full one; in development everybody.',
    ),
  warmUp: milliseconds(10_000).describe(
    'Milliseconds that planning the trusted documents may take, at the start and before another supergraph is served.',
  ),
});

const answers = z.strictObject({
  bytes: whole(0)
    .default(32 * 1024 * 1024)
    .describe('Bytes of public answers of subgraphs kept; 0 keeps none.'),
  seconds: whole(0)
    .default(30)
    .describe(
      'Seconds after which an answer is asked again although its department changed nothing: it may depend on the clock.',
    ),
});

const load = z.strictObject({
  inWork: whole(1).default(256).describe('Requests in work at once.'),
  waiting: whole(0).default(512).describe('Requests that may wait for their turn.'),
  patience: whole(0)
    .default(50)
    .describe('Milliseconds a request waits for its turn; then it is answered 503.'),
  takenWithin: milliseconds(30_000).describe(
    'Milliseconds in which a client takes in its answer, and one second more for each `slowestReader` bytes of it; then it is broken off.',
  ),
  slowestReader: whole(1)
    .default(8192)
    .describe('Bytes of an answer that the slowest client may take in each second.'),
  delay: milliseconds(150).describe(
    'Milliseconds by which the event loop may be late: once more than this makes `/ready` answer 503, more than this for two seconds sheds requests.',
  ),
});

const rates = z.strictObject({
  requestsPerSecond: z
    .number()
    .positive()
    .optional()
    .describe(
      'Requests of one client each second. In production 20 on the public graph and 200 on the full one; in development unlimited.',
    ),
  burst: whole(1)
    .optional()
    .describe('Requests a client may send at once after a pause; twice `requestsPerSecond`.'),
  costPerMinute: z
    .number()
    .positive()
    .optional()
    .describe(
      'Cost of all operations of one client each minute. In production 20 times the highest cost of one operation; in development unlimited.',
    ),
  newTokensPerSecond: z
    .number()
    .positive()
    .optional()
    .describe(
      'Tokens not seen before that are looked at each second from one address (of IPv6: one /64), forged ones too. In production 50; in development unlimited.',
    ),
  gateways: whole(1)
    .default(1)
    .describe(
      'Gateways that serve this graph side by side. Each counts for itself and allows its share of all rates, so that a client that is sent to all of them has no more.',
    ),
  clients: whole(100)
    .default(50_000)
    .describe('Clients remembered at once; those that have been away longest are forgotten.'),
});

const streams = z.strictObject({
  inAll: whole(1).default(3_000).describe('Streams of events open at once.'),
  perClient: whole(1).default(50).describe('Streams of events that one client may have open.'),
  heartbeat: milliseconds(15_000).describe(
    'Milliseconds between two signs of life on a stream on which nothing happens.',
  ),
  slowAfter: milliseconds(10_000).describe(
    'Milliseconds a client may leave unread what waits for it; then its stream is closed.',
  ),
});

const tables = z.strictObject({
  rows: whole(1)
    .default(1_000_000)
    .describe(
      'Rows of one table of all pages; one with more is broken off, so that nobody takes it for whole.',
    ),
  workbookRows: whole(1)
    .max(1_048_575)
    .default(100_000)
    .describe('Rows of one workbook (XLSX), which is cut off there and says so.'),
  longest: milliseconds(3_600_000).describe(
    'Milliseconds that all pages of one table may take, however slowly the client reads.',
  ),
  atOnce: whole(1).default(16).describe('Tables of all pages in work at once.'),
  perClient: whole(1).default(2).describe('Tables of all pages of one client in work at once.'),
  files: whole(1)
    .default(2)
    .describe('Workbooks and Parquet files in work at once; each has a thread of its own.'),
  fileMemory: whole(64)
    .default(1024)
    .describe('MiB of memory that writing one workbook or Parquet file may take.'),
  slowAfter: milliseconds(30_000).describe(
    'Milliseconds a client may leave unread what waits for it of a table; then it is broken off.',
  ),
  timeZone: z
    .string()
    .refine(isTimeZone, 'This is no time zone; write one as "Asia/Tokyo".')
    .default('UTC')
    .describe('The time zone in which workbooks show moments.'),
});

const proxies = z.strictObject({
  count: whole(0)
    .default(0)
    .describe('Proxies before the gateway that each add one address to `X-Forwarded-For`.'),
  addresses: z
    .array(z.string().refine(isNetwork, 'This is no network; write one as "10.0.0.0/8".'))
    .default([
      '127.0.0.0/8',
      '::1/128',
      '10.0.0.0/8',
      '172.16.0.0/12',
      '192.168.0.0/16',
      'fc00::/7',
    ])
    .describe('Networks those proxies stand in; `X-Forwarded-For` from elsewhere is not believed.'),
});

/** What one gateway may be told, wherever it runs; each key says what it means and is safe when left out. */
export const gatewaySettings = z.strictObject({
  mode: z
    .enum(['production', 'development'])
    .default('production')
    .describe(
      'In `development` everybody may ask any document and rates are not limited; never where strangers can reach it.',
    ),
  contract: z
    .enum(['public', 'full'])
    .default('public')
    .describe('Which graph the supergraph is: the public one, or everything.'),
  introspection: z
    .boolean()
    .default(false)
    .describe('Whether `__schema` and `__type` may be asked.'),
  deadline: milliseconds(10_000).describe('Milliseconds one request may last.'),
  slowRequest: whole(0)
    .default(2_000)
    .describe(
      'Milliseconds from which on a request is told in the log as slow, with where its time went; 0 tells none.',
    ),
  bodyBytes: bytes(256 * 1024).describe("Bytes of one request's body."),
  answers: answers.prefault({}).describe('Which answers of subgraphs are kept, and for how long.'),
  cacheBytes: bytes(64 * 1024 * 1024).describe('Bytes of compiled operations kept.'),
  compressAbove: whole(0)
    .default(1024)
    .describe('Bytes from which on an answer is compressed, where the client takes that.'),
  documents: documents
    .prefault({})
    .describe('Which documents are planned ahead, and who may ask others.'),
  limits: limits
    .default({})
    .describe('What one request may be at most, where it differs from what the contract allows.'),
  load: load.prefault({}).describe('What the gateway takes on before it says that it is busy.'),
  rates: rates.prefault({}).describe('What one client may ask for as time goes by.'),
  streams: streams.prefault({}).describe('How many streams of events there may be, and how.'),
  tables: tables.prefault({}).describe('How much of lists may be had as tables.'),
  ways: waySettings.prefault({}).describe('How the ways to the subgraphs are guarded.'),
  proxies: proxies.prefault({}).describe('Whom the gateway believes about where a client is.'),
});

/** The settings of one gateway as its operator writes them. */
export type GivenSettings = z.input<typeof gatewaySettings>;

/** The settings of one gateway with everything decided. */
export type GatewaySettings = z.output<typeof gatewaySettings>;

/** What several gateways of one city may be told alike: everything but which graph each serves, and to whom. */
export const sharedSettings = gatewaySettings.omit({ contract: true, mode: true });

/** Settings that several gateways have in common, as an operator writes them. */
export type GivenSharedSettings = z.input<typeof sharedSettings>;

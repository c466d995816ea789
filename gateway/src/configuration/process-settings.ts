import { z } from 'zod';
import { identitySettings } from '../identity/configuration.js';
import { gatewaySettings } from './gateway-settings.js';
import { observationSettings } from './observation-settings.js';
import { exchangeSettings } from './way-settings.js';
import { milliseconds, whole } from './quantities.js';

const supergraph = z.strictObject({
  file: z.string().min(1).describe('Path of the supergraph, e.g. `schema/public.graphql`.'),
  lastGood: z
    .string()
    .min(1)
    .optional()
    .describe(
      'Path where the last supergraph that was served is kept, to start with when `file` is broken.',
    ),
  watch: z
    .boolean()
    .default(true)
    .describe('Whether a change of the file is served without being told; SIGHUP always does.'),
});

const listen = z.strictObject({
  host: z.string().min(1).default('127.0.0.1').describe('Address to listen on.'),
  port: whole(0).max(65_535).default(4000).describe('Port to listen on; 0 takes a free one.'),
});

/** How a server treats its connections; each key says what it means and is safe when left out. */
export const connectionSettings = z.strictObject({
  limit: whole(1).default(4000).describe('Connections open at once; more are closed at once.'),
  headerBytes: whole(4096)
    .default(16 * 1024)
    .describe("Bytes of one request's headers; more are refused with 431."),
  headersTimeout: milliseconds(10_000).describe(
    "Milliseconds until a request's headers are complete.",
  ),
  requestTimeout: milliseconds(30_000).describe('Milliseconds until a request is complete.'),
  keepAlive: milliseconds(10_000).describe(
    'Milliseconds a connection is kept between two requests.',
  ),
  idle: milliseconds(60_000).describe(
    'Milliseconds after which a connection is closed on which nothing is sent either way.',
  ),
});

const shutdown = z.strictObject({
  notice: whole(0)
    .default(2000)
    .describe('Milliseconds between `/ready` answering 503 and the end of taking requests.'),
  grace: milliseconds(10_000).describe('Milliseconds that requests in work get to finish.'),
});

/** Everything a gateway that runs on its own may be told, but its secrets. */
export const processSettings = gatewaySettings.extend({
  supergraph: supergraph.describe('What is served.'),
  trustedDocuments: z
    .array(z.string().min(1))
    .default([])
    .describe(
      'Folders of `.graphql` files, and manifests (JSON: sha256 of the text to the text), of the documents that are trusted.',
    ),
  subgraphs: z
    .record(z.string(), z.url({ protocol: /^https?$/ }))
    .default({})
    .describe('Addresses of subgraphs that differ from those in the supergraph, by name.'),
  identity: identitySettings.prefault({}).describe('Who may say who they are, and by what.'),
  exchange: exchangeSettings.prefault({}).describe('How subgraphs are reached.'),
  listen: listen.prefault({}).describe('Where the gateway answers.'),
  connections: connectionSettings.prefault({}).describe('How connections of clients are treated.'),
  ...observationSettings.shape,
  shutdown: shutdown.prefault({}).describe('How the gateway ends when it is told to.'),
});

/** How a server treats its connections, with everything decided. */
export type ConnectionSettings = z.output<typeof connectionSettings>;

/** Everything a gateway that runs on its own was told, with everything decided. */
export type ProcessSettings = z.output<typeof processSettings>;

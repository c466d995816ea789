import '@manabi/kit/production';

import { readFileSync } from 'node:fs';
import { gatewayName, nudgeKey, serviceKey } from '@manabi/kit/derived-key';
import { httpHead } from '@manabi/kit/feed/feed.http';
import { pino } from 'pino';
import type { HeadSource } from './cache/data-versions.js';
import { exchangeWith } from './configuration/exchange.js';
import { SettingsRefused } from './configuration/read-settings.js';
import { readEnvironment } from './environment.js';
import { addressRefused, drain, guardedServer, listenOn } from './front-door/server.js';
import { createGateway, type Gateway } from './gateway.js';
import { identityOf } from './identity/configuration.js';
import { reasonOf } from './log.js';
import { refuseDeadly } from './plan/readable.js';
import { fromFileOrLastGood, watchFile } from './supergraph/supergraph-file.js';
import { subgraphUrls } from './supergraph/subgraph-urls.js';
import type { GivenObservation } from './configuration/observation-settings.js';
import { openObservation } from './telemetry/observation.js';
import { httpTransport } from './transport/http.js';
import type { Transport } from './transport/transport.js';
import { readTrusted } from './trusted/read-trusted.js';

const log = pino({ name: 'gateway' });
const { settings, key } = sound(() => readEnvironment(process.env));
const { supergraph, listen, shutdown, mode, contract } = settings;

/** One for every supergraph that is served: what is known of tokens and keys outlives a reload. */
const identity = {
  ...sound(() =>
    identityOf(settings.identity, (issuer, error) => {
      log.warn({ issuer, reason: reasonOf(error) }, 'A provider gave no keys.');
    }),
  ),
  onRefused: (reason: string, times: number) => log.info({ reason, times }, 'Tokens were refused.'),
};
/** Where each subgraph of the supergraph that is served answers. */
let urls = new Map<string, string>();
const observation = await openObservation(observed(), log).catch((error: unknown) => {
  const { host, port = 0 } = settings.operator;
  return refused(addressRefused('operator', { host, port }, error) ?? error);
});
const gateway = sound(() => fromFileOrLastGood(supergraph, log, gatewayOf));
const server = guardedServer(settings.connections, (message, response) => {
  void gateway.handle(message, response);
});
await listenOn(server, listen).catch(refused);
const { operatorUrl } = observation;
log.info({ address: server.address(), operatorUrl, contract, mode }, 'The gateway answers.');

const unwatch = supergraph.watch ? watchFile(supergraph.file, reload) : undefined;
process.on('SIGHUP', reload);
process.once('SIGTERM', stop);
process.once('SIGINT', stop);

/** What is made of the configuration. */
function sound<Made>(make: () => Made): Made {
  try {
    return make();
  } catch (error) {
    return refused(error);
  }
}

/** A configuration that cannot be used is told in a sentence, and ends the process with 2. */
function refused(error: unknown): never {
  if (!(error instanceof SettingsRefused)) throw error;
  process.stderr.write(`${error.message}\n`);
  process.exit(2);
}

function urlsOf(supergraphSdl: string): Map<string, string> {
  return new Map([...subgraphUrls(supergraphSdl), ...Object.entries(settings.subgraphs)]);
}

function wayTo(name: string, url: string): Transport {
  return httpTransport({
    url,
    signingKey: serviceKey(key, name),
    ...exchangeWith(name, settings.exchange),
  });
}

function headOf(name: string, url: string): HeadSource {
  return httpHead(url, serviceKey(key, name));
}

function gatewayOf(supergraphSdl: string): Gateway {
  refuseDeadly(supergraphSdl);
  urls = urlsOf(supergraphSdl);
  const trustedDocuments = readTrusted(settings.trustedDocuments);
  if (mode === 'production' && trustedDocuments.length === 0) {
    log.warn({ contract }, 'No document is trusted, so nearly everything will be refused.');
  }
  return createGateway({
    ...settings,
    supergraphSdl,
    trustedDocuments,
    identity,
    heads: new Map([...urls].map(([name, url]) => [name, headOf(name, url)])),
    nudgeKey: nudgeKey(key, gatewayName),
    subgraphs: new Map([...urls].map(([name, url]) => [name, wayTo(name, url)])),
    observer: observation.telemetry,
    ...(observation.accessRecord && { accessRecord: observation.accessRecord }),
    ...(observation.usageRecord && { usageRecord: observation.usageRecord }),
    ...(supergraph.lastGood === undefined ? {} : { lastGood: supergraph.lastGood }),
    log,
  });
}

/** What is asked of the full graph in production is written down, also where nobody said where. */
function observed(): GivenObservation {
  const { operator, tracing, access, usage } = settings;
  const usual = mode === 'production' && contract === 'full' ? { folder: 'access-record' } : {};
  return { operator, tracing, usage, access: { ...usual, ...access } };
}

/** Serves what the files say now; when it cannot be served, what is served stays. */
function reload(): void {
  reloaded().catch((error: unknown) => {
    log.error({ reason: reasonOf(error) }, 'The new supergraph is not served; repair it.');
  });
}

async function reloaded(): Promise<void> {
  const supergraphSdl = readFileSync(supergraph.file, 'utf8');
  const next = urlsOf(supergraphSdl);
  const moved = [...next].filter(([name, url]) => urls.get(name) !== url);
  const outcome = await gateway.reload(supergraphSdl, {
    trustedDocuments: readTrusted(settings.trustedDocuments),
    subgraphs: new Map(moved.map(([name, url]) => [name, wayTo(name, url)])),
    heads: new Map(moved.map(([name, url]) => [name, headOf(name, url)])),
  });
  if (outcome === 'served') urls = next;
}

/** Tells probes, lets requests in work finish, takes no new ones, and ends. A second signal ends at once. */
function stop(): void {
  process.once('SIGTERM', () => process.exit(1));
  process.once('SIGINT', () => process.exit(1));
  unwatch?.();
  drain(server, { ...shutdown, retire: () => gateway.retire() })
    .then(() => gateway.close())
    .then(() => observation.close())
    .then(() => process.exit(0))
    .catch((error: unknown) => {
      log.error({ reason: reasonOf(error) }, 'The gateway did not end as it should.');
      process.exit(1);
    });
}

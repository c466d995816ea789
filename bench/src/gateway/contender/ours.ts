import { createGateway } from '@manabi/gateway/gateway';
import { LocalKeys } from '@manabi/gateway/identity/keys';
import { Telemetry } from '@manabi/gateway/telemetry/telemetry';
import { Tracing } from '@manabi/gateway/telemetry/tracing';
import { httpTransport } from '@manabi/gateway/transport/http';
import { inProcessTransport } from '@manabi/gateway/transport/in-process';
import type { Transport } from '@manabi/gateway/transport/transport';
import type { JSONWebKeySet } from 'jose';
import { shopAnswer } from '../workload/shop-answer.js';
import { shop } from '../workload/shop.js';
import { serveContender, toldToContender } from './serve.js';

/** What our gateway is told; everything a city would have on is on. */
export interface OursTold {
  readonly supergraphSdl: string;
  readonly urls: Readonly<Record<string, string>>;
  /** The documents that are trusted. */
  readonly documents: readonly string[];
  readonly keys: JSONWebKeySet;
  readonly issuer: string;
  /** Where traces go, one request in a hundred. */
  readonly traces: string;
  /** Whether equal questions under way at the same moment are sent once. */
  readonly sharing: boolean;
  /** Whether the subgraphs execute GraphQL in this process. */
  readonly inProcess: boolean;
}

// `contenders.ts` tells it so.
const told = toldToContender() as OursTold;
const silence = { info: () => undefined, warn: () => undefined, error: () => undefined };
const gateway = createGateway({
  supergraphSdl: told.supergraphSdl,
  subgraphs: told.inProcess ? inThisProcess() : overHttp(),
  contract: 'full',
  trustedDocuments: told.documents,
  ways: { sharing: told.sharing },
  // On, and never reached.
  rates: { requestsPerSecond: 1e9, costPerMinute: 1e15 },
  identity: {
    issuers: [{ issuer: told.issuer, audience: 'hub', keys: new LocalKeys(() => told.keys) }],
    requireCaller: true,
  },
  // 48 clients ask for more than one core executes in time; what is shed would count as answered.
  ...(told.inProcess && { load: { delay: 60_000 } }),
  observer: new Telemetry(await Tracing.open({ endpoint: told.traces, ratio: 0.01 })),
  log: silence,
});

await gateway.warm;
serveContender((message, response) => void gateway.handle(message, response));

function overHttp(): Map<string, Transport> {
  return new Map(
    Object.entries(told.urls).map(([name, url]) => [
      name,
      httpTransport({ url, signingKey: 'a key of the bench' }),
    ]),
  );
}

function inThisProcess(): Map<string, Transport> {
  return new Map(
    shop.map(({ name }) => [name, inProcessTransport((request) => shopAnswer(name, request))]),
  );
}

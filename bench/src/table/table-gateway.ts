import { createGateway } from '@manabi/gateway/gateway';
import { httpTransport } from '@manabi/gateway/transport/http';
import { serveContender, toldToContender } from '../gateway/contender/serve.js';

// A process: the gateway that makes the tables, and nothing else.

/** What the gateway of the tables is told. */
export interface TableGatewayTold {
  readonly supergraphSdl: string;
  readonly url: string;
  readonly documents: readonly string[];
}

// `tables.ts` tells it so.
const { supergraphSdl, url, documents } = toldToContender() as TableGatewayTold;
const gateway = createGateway({
  supergraphSdl,
  subgraphs: new Map([['ledger', httpTransport({ url, signingKey: 'a key of the bench' })]]),
  contract: 'full',
  trustedDocuments: documents,
  // That the machine is busy with others is no fault of the gateway.
  load: { delay: 60_000 },
  // On, and never reached.
  rates: { requestsPerSecond: 1e9, costPerMinute: 1e15 },
  log: { info: () => undefined, warn: () => undefined, error: () => undefined },
});

await gateway.warm;
serveContender((message, response) => void gateway.handle(message, response));

import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { pino } from 'pino';
import { readEnvironment } from './environment.js';
import { createGateway } from './gateway.js';
import { subgraphUrls } from './supergraph/subgraph-urls.js';
import { httpTransport } from './transport/http.js';

const log = pino({ name: 'gateway' });
const environment = readEnvironment(process.env);
const supergraphSdl = readFileSync(environment.supergraph, 'utf8');
const urls = new Map([...subgraphUrls(supergraphSdl), ...environment.subgraphs]);

const gateway = createGateway({
  supergraphSdl,
  subgraphs: new Map(
    [...urls].map(([name, url]) => [name, httpTransport({ url, signingKey: environment.key })]),
  ),
  contract: environment.contract,
  introspection: environment.introspection,
  log,
});

const server = createServer((message, response) => {
  void gateway.handle(message, response);
});
server.listen(environment.port, environment.host, () => {
  log.info({ address: server.address(), contract: environment.contract }, 'The gateway answers.');
});

/** Lets requests under way finish, takes no new ones, and ends. */
function stop(): void {
  server.close(() => {
    void gateway.close();
  });
  server.closeIdleConnections();
}
process.once('SIGTERM', stop);
process.once('SIGINT', stop);

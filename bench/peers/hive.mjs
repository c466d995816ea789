import { createServer } from 'node:http';
import { createGatewayRuntime } from '@graphql-hive/gateway-runtime';
import { unifiedGraphHandler } from '@graphql-hive/router-runtime';
import { answersAt, told } from './serve.mjs';

const { supergraphSdl, urls, planner } = told;
const gateway = createGatewayRuntime({
  supergraph: supergraphSdl,
  logging: 'error',
  landingPage: false,
  graphiql: false,
  healthCheckEndpoint: '/health',
  transportEntries: Object.fromEntries(
    // Equal questions under way are asked each time, as everybody here does but who says otherwise.
    Object.entries(urls).map(([name, location]) => [
      name,
      { location, options: { deduplicateInflightRequests: false } },
    ]),
  ),
  ...(planner === 'rust' ? { unifiedGraphHandler } : {}),
});
const server = createServer((message, response) => void gateway(message, response));
server.listen(0, '127.0.0.1', () => answersAt(`http://127.0.0.1:${server.address().port}/graphql`));

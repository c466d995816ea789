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
    Object.entries(urls).map(([name, location]) => [name, { location }]),
  ),
  ...(planner === 'rust' ? { unifiedGraphHandler } : {}),
});
const server = createServer((message, response) => void gateway(message, response));
server.listen(0, '127.0.0.1', () => answersAt(`http://127.0.0.1:${server.address().port}/graphql`));

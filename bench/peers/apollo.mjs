import { createServer } from 'node:http';
import { ApolloGateway, RemoteGraphQLDataSource } from '@apollo/gateway';
import { ApolloServer, HeaderMap } from '@apollo/server';
import { answersAt, told } from './serve.mjs';

const { supergraphSdl, urls } = told;
const gateway = new ApolloGateway({
  supergraphSdl,
  buildService: ({ name }) => new RemoteGraphQLDataSource({ url: urls[name] }),
});
const apollo = new ApolloServer({ gateway, csrfPrevention: false, introspection: false });
await apollo.start();

async function answer(message, response, text) {
  const headers = new HeaderMap(Object.entries(message.headers));
  const {
    status,
    headers: sent,
    body,
  } = await apollo.executeHTTPGraphQLRequest({
    httpGraphQLRequest: { method: message.method, headers, search: '', body: JSON.parse(text) },
    context: async () => ({}),
  });
  response.writeHead(status ?? 200, Object.fromEntries(sent));
  response.end(body.string);
}

const server = createServer((message, response) => {
  const chunks = [];
  message.on('data', (chunk) => chunks.push(chunk));
  message.on('end', () => void answer(message, response, Buffer.concat(chunks).toString('utf8')));
});
server.listen(0, '127.0.0.1', () => answersAt(`http://127.0.0.1:${server.address().port}/graphql`));

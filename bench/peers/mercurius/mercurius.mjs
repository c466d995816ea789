import Fastify from 'fastify';
import mercurius from '@mercuriusjs/gateway';
import { answersAt, told } from '../serve.mjs';

const { subgraphs, urls } = told;
const owners = { User: 'accounts', Product: 'products', Review: 'reviews' };

/** The SDL of a subgraph in the first version of federation, the only one that it speaks: an owner, and extensions. */
function first({ name, sdl }) {
  return sdl
    .replaceAll(/extend schema @link\([^)]*\)/g, '')
    .replaceAll(' @shareable', '')
    .replaceAll('type Query', 'extend type Query')
    .replaceAll(
      /type (\w+) @key\(fields: "(\w+)"\) \{\s*\w+: (\w+)!/g,
      (whole, ...[type, key, keyType]) =>
        owners[type] === name
          ? whole
          : `extend type ${type} @key(fields: "${key}") { ${key}: ${keyType}! @external`,
    );
}

const app = Fastify();
await app.register(mercurius, {
  jit: 1,
  gateway: {
    services: subgraphs.map(({ name, sdl }) => ({
      name,
      url: urls[name],
      schema: first({ name, sdl }),
    })),
  },
});
const address = await app.listen({ port: 0, host: '127.0.0.1' });
answersAt(`${address}/graphql`);

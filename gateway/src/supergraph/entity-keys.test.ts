import { parse } from 'graphql';
import { expect, test } from 'vitest';
import { composeSupergraph } from '../composition/compose.js';
import { EntityKeys } from './entity-keys.js';

const federation = `extend schema
  @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@key", "@external"])`;

test('a subgraph is not asked for a key that it takes but calls external', () => {
  const supergraphSdl = composeSupergraph([
    {
      name: 'people',
      url: 'http://people',
      sdl: `${federation}
        type Query { me: Person }
        type Person @key(fields: "id") @key(fields: "mail") { id: ID! mail: String! }`,
    },
    {
      name: 'names',
      url: 'http://names',
      sdl: `${federation}
        type Person @key(fields: "mail") { mail: String! @external name: String }`,
    },
  ]);

  const keys = new EntityKeys(parse(supergraphSdl));

  expect(keys.of('people', 'Person')).toEqual([['id'], ['mail']]);
  expect(keys.of('names', 'Person')).toEqual([]);
});

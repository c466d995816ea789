import { expect, test } from 'vitest';
import { readEnvironment } from './environment.js';

const key = 'k'.repeat(32);

test('a gateway needs a supergraph and a key, and is public and closed unless told', () => {
  expect(readEnvironment({ SUPERGRAPH: 'a.graphql', GATEWAY_KEY: key })).toMatchObject({
    contract: 'public',
    introspection: false,
    port: 4000,
  });
});

test('every variable that is missing or wrong is named at once', () => {
  expect(() => readEnvironment({ CONTRACT: 'all', SUBGRAPHS: 'x' })).toThrow(
    /SUPERGRAPH: .*GATEWAY_KEY: .*CONTRACT: .*SUBGRAPHS: /,
  );
});

test('addresses of subgraphs may be given one by one', () => {
  const given = { SUPERGRAPH: 'a', GATEWAY_KEY: key, SUBGRAPHS: 'a=http://x/q?b=1,b=http://y' };

  expect([...readEnvironment(given).subgraphs]).toEqual([
    ['a', 'http://x/q?b=1'],
    ['b', 'http://y'],
  ]);
});

import { parse } from 'graphql';
import { expect, test } from 'vitest';
import { createGateway } from '../gateway.js';
import { apiSchemaOf } from '../supergraph/api-schema.js';
import { inProcessTransport } from '../transport/in-process.js';
import { composeSupergraph } from './compose.js';

const link = `extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@key", "@shareable", "@external", "@requires", "@interfaceObject"])`;
const silence = { info: () => undefined, warn: () => undefined, error: () => undefined };

test('a field that one service calls a book and another a medium is a medium', () => {
  const types = 'type Book @shareable { title: String } type Film @shareable { title: String }';
  const first = `${link} type Query { best: Book @shareable } ${types}`;
  const second = `${link} type Query { best: Medium @shareable } union Medium = Book | Film ${types}`;
  const supergraphSdl = composeSupergraph([
    { name: 'first', sdl: first },
    { name: 'second', sdl: second },
  ]);

  const best = apiSchemaOf(parse(supergraphSdl)).getQueryType()?.getFields()['best'];

  expect(String(best?.type)).toBe('Medium');
  expect(supergraphSdl).toContain('@join__field(graph: FIRST, type: "Book")');
  expect(supergraphSdl).toContain('@join__field(graph: SECOND, type: "Medium")');
});

test('what an interface object borrows is asked of its owner, whatever the services are called', async () => {
  // The borrower's name comes first in the alphabet.
  const owner = `${link} type Query { works: [Work] } interface Work @key(fields: "id") { id: ID! year: Int } type Film implements Work @key(fields: "id") { id: ID! year: Int minutes: Int }`;
  const borrower = `${link} type Query { praised: [Work] } type Work @key(fields: "id") @interfaceObject { id: ID! year: Int @external era: String @requires(fields: "year") }`;
  const asked: string[] = [];
  const answering = (name: string, data: (query: string) => object) =>
    inProcessTransport(({ query }) => {
      asked.push(name);
      return Promise.resolve({ data: data(query) });
    });
  const film = { __typename: 'Film', id: '1', year: 1954, minutes: 207 };
  const gateway = createGateway({
    supergraphSdl: composeSupergraph([
      { name: 'works', sdl: owner },
      { name: 'praise', sdl: borrower },
    ]),
    mode: 'development',
    contract: 'full',
    log: silence,
    subgraphs: new Map([
      ['works', answering('works', () => ({ _entities: [film] }))],
      [
        'praise',
        answering('praise', (query) =>
          query.includes('_entities')
            ? { _entities: [{ id: '1', era: 'fifties' }] }
            : { praised: [{ __typename: 'Work', id: '1' }] },
        ),
      ],
    ]),
  });

  const answer = await gateway.execute({ query: '{ praised { era ... on Film { minutes } } }' });
  await gateway.close();

  expect(answer).toEqual({ data: { praised: [{ era: 'fifties', minutes: 207 }] } });
  expect(asked).toEqual(['praise', 'works', 'praise']);
});

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

const doors =
  'interface Door { width: Int } interface Locked { lock: String } union Way = Gate | Hatch type Gate implements Door & Locked @shareable { width: Int lock: String } type Hatch implements Door @shareable { width: Int }';
const houses = `${link} type Query { house: House } type House @key(fields: "id") { id: ID! door: Door way: Way } ${doors}`;
const guards = (required: string): string =>
  `${link} type House @key(fields: "id") { id: ID! door: Door @external way: Way @external safe: String @requires(fields: "${required}") } ${doors}`;

test('a field may require what stands in a fragment on an interface or a union', async () => {
  let required: unknown;
  const house = {
    id: '1',
    door: { __typename: 'Gate', width: 2, lock: 'bolt' },
    way: { __typename: 'Hatch', width: 1 },
  };
  const gateway = createGateway({
    supergraphSdl: composeSupergraph([
      { name: 'houses', sdl: houses },
      {
        name: 'guards',
        sdl: guards(
          'door { width ... on Locked { lock } } way { ... on Way { ... on Door { width } } }',
        ),
      },
    ]),
    mode: 'development',
    contract: 'full',
    log: silence,
    subgraphs: new Map([
      [
        'houses',
        inProcessTransport(() =>
          Promise.resolve({ data: { house: { __typename: 'House', ...house } } }),
        ),
      ],
      [
        'guards',
        inProcessTransport(({ variables }) => {
          required = Object.values(variables ?? {})[0];
          return Promise.resolve({
            data: { _entities: [{ __typename: 'House', id: '1', safe: 'quite' }] },
          });
        }),
      ],
    ]),
  });

  const answer = await gateway.execute({ query: '{ house { safe } }' });
  await gateway.close();

  expect(answer).toEqual({ data: { house: { safe: 'quite' } } });
  expect(required).toMatchObject([{ door: { width: 2, lock: 'bolt' }, way: { width: 1 } }]);
});

test('what nobody can resolve is refused in the words it was written in', () => {
  const sdl = guards('door { ... on Locked { lock } } way { ... on Door { width } }');
  const without = houses
    .replace('interface Locked { lock: String }', '')
    .replace(
      'Door & Locked @shareable { width: Int lock: String }',
      'Door @shareable { width: Int }',
    );

  expect(() =>
    composeSupergraph([
      { name: 'houses', sdl: without },
      { name: 'guards', sdl },
    ]),
  ).toThrow('cannot satisfy @require conditions on field "House.safe"');
});

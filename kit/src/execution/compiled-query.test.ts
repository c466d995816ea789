import {
  GraphQLEnumType,
  GraphQLError,
  GraphQLID,
  GraphQLInt,
  GraphQLInterfaceType,
  GraphQLList,
  GraphQLNonNull,
  GraphQLObjectType,
  GraphQLSchema,
  GraphQLString,
  execute,
  parse,
} from 'graphql';
import { expect, test } from 'vitest';

import { CompiledQuery } from './compiled-query.js';

const Colour = new GraphQLEnumType({ name: 'Colour', values: { RED: { value: 1 }, BLUE: {} } });
const Boat = new GraphQLInterfaceType({
  name: 'Boat',
  fields: { id: { type: new GraphQLNonNull(GraphQLID) } },
  resolveType: (value: { kind: string }) => value.kind,
});
const fields = {
  id: { type: new GraphQLNonNull(GraphQLID) },
  colour: { type: Colour },
  crew: { type: new GraphQLList(GraphQLString) },
  sister: { type: Boat, resolve: ({ sister }: Row) => Promise.resolve(sister ?? null) },
  length: {
    type: GraphQLInt,
    args: { times: { type: GraphQLInt, defaultValue: 1 } },
    resolve: ({ length }: Row, { times }: { times: number }) => length && length * times,
  },
};
const Sail = new GraphQLObjectType({ name: 'Sail', interfaces: [Boat], fields });
const Tug = new GraphQLObjectType({
  name: 'Tug',
  interfaces: [Boat],
  fields: {
    id: { type: new GraphQLNonNull(GraphQLID) },
    power: {
      type: new GraphQLNonNull(GraphQLInt),
      resolve: ({ power }: Row) => {
        if (power === undefined) throw new GraphQLError('nobody knows');
        return power;
      },
    },
    where: { type: GraphQLString, resolve: (...call) => call[3].path.key },
    said: { type: GraphQLString },
  },
});

interface Row {
  readonly kind: string;
  readonly id: string | number | null;
  readonly colour?: unknown;
  readonly crew?: readonly unknown[] | null;
  readonly length?: number | null;
  readonly power?: number;
  readonly sister?: Row;
  readonly said?: unknown;
}

const tug: Row = { kind: 'Tug', id: 7, power: 3, said: () => 'toot' };
const sail: Row = {
  kind: 'Sail',
  id: 'a',
  colour: 1,
  crew: ['x', null, Promise.resolve('y')],
  length: 4,
  sister: tug,
};

const schema = new GraphQLSchema({
  types: [Sail, Tug],
  query: new GraphQLObjectType({
    name: 'Query',
    fields: {
      boats: {
        type: new GraphQLList(Boat),
        resolve: (_root, _given, { rows }: { rows: readonly Row[] }) => Promise.resolve(rows),
      },
      bad: { type: GraphQLInt, resolve: () => 'many' },
    },
  }),
});

/** What is told of some boats, by a query that was worked out, and by graphql-js. */
async function both(query: string, rows: readonly Row[], variables = {}) {
  const document = parse(query);
  const compiled = CompiledQuery.of(schema, document);
  const given = { schema, document, variableValues: variables, contextValue: { rows } };
  const usual = await execute(given);
  return { quick: await compiled?.answer(variables, { rows }), usual };
}

const everything = `query Boats($with: Boolean = true, $times: Int) {
  all: boats {
    __typename
    id
    ... on Sail { ...Rigged length(times: $times) half: length sister @include(if: $with) { id ...Rigged } }
    ... on Tug @skip(if: $with) { power }
    ... on Tug { power }
  }
}
fragment Rigged on Sail { colour crew }`;

test.each([{}, { with: false }, { with: true, times: 3 }])(
  'what is worked out ahead tells the same in the same order as graphql-js (%o)',
  async (variables) => {
    const { quick, usual } = await both(everything, [sail, tug], variables);

    expect(JSON.stringify(quick)).toBe(JSON.stringify(usual));
    expect(quick?.data?.['all']).toHaveLength(2);
  },
);

test.each([
  ['a value that may not be missing', '{ boats { id } }', [{ ...tug, id: null }]],
  ['a resolver that throws', '{ boats { ... on Tug { power } } }', [{ kind: 'Tug', id: 1 }]],
  ['a value that its type cannot tell', '{ bad }', []],
  ['a type that is none of these', '{ boats { id } }', [{ ...tug, kind: 'Query' }]],
  ['a resolver that asks for its path', '{ boats { ... on Tug { where } } }', [tug]],
  ['a method in the place of a value', '{ boats { ... on Tug { said } } }', [tug]],
  ['the schema itself', '{ __schema { queryType { name } } }', []],
  [
    'a list that is an error',
    '{ boats { ... on Sail { crew } } }',
    [{ ...sail, crew: [new Error('gone')] }],
  ],
])('%s is left to graphql-js', async (_what, query, rows) => {
  const { quick, usual } = await both(query, rows);

  expect(quick).toBeUndefined();
  expect(usual).toBeDefined();
});

test('what is no single query is left to graphql-js', () => {
  expect(CompiledQuery.of(schema, parse('query A { bad } query B { bad }'))).toBeUndefined();
  expect(CompiledQuery.of(schema, parse('subscription { bad }'))).toBeUndefined();
});

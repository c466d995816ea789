import {
  buildSchema,
  execute,
  Kind,
  parse,
  print,
  visit,
  type FieldNode,
  type FragmentDefinitionNode,
  type VariableDefinitionNode,
} from 'graphql';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { composeSupergraph } from '../composition/compose.js';
import { createGateway, type Gateway } from '../gateway.js';
import { writeOperation, type Operation } from '../testing/fuzz/write-operation.js';
import { inProcessTransport } from '../transport/in-process.js';

const link = `extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@cost", "@listSize"])`;
const types = `
  type Query {
    shelves(first: Int = 3, last: Int): [Shelf] @listSize(slicingArguments: ["first", "last"], requireOneSlicingArgument: false)
    page(first: Int = 4): Page @listSize(slicingArguments: ["first"], sizedFields: ["edges"], requireOneSlicingArgument: false)
    any: [Any] @listSize(assumedSize: 5)
    one: Shelf
    dear: Int @cost(weight: 7)
  }
  type Page { edges: [Edge] count: Int }
  type Edge { node: Shelf }
  type Shelf { id: ID books(words: [String]): [Book] @listSize(assumedSize: 4) next: Shelf boxes(first: Int! = 2): [Shelf] @listSize(slicingArguments: ["first"], requireOneSlicingArgument: false) }
  type Book @cost(weight: 3) { id: ID shelf: Shelf dear: Int @cost(weight: 2) }
  union Any = Shelf | Book`;
const directives = `
  directive @cost(weight: Int!) on FIELD_DEFINITION | OBJECT
  directive @listSize(assumedSize: Int, slicingArguments: [String!], sizedFields: [String!], requireOneSlicingArgument: Boolean = true) on FIELD_DEFINITION`;
const schema = buildSchema(types + directives);
const silence = { info: () => undefined, warn: () => undefined, error: () => undefined };

let gateway: Gateway;
beforeAll(() => {
  gateway = createGateway({
    supergraphSdl: composeSupergraph([{ name: 'shelves', sdl: `${link} ${types}` }]),
    subgraphs: new Map([['shelves', inProcessTransport(() => Promise.resolve({ data: null }))]]),
    mode: 'development',
    contract: 'full',
    introspection: true,
    log: silence,
    limits: { cost: 0 },
  });
});
afterAll(() => gateway.close());

/** What the gateway takes an operation to cost; with a limit of nothing it says so whenever that is something. */
const estimate = async ({ query, variables, operationName }: Operation): Promise<number> => {
  const asked = { query, variables, ...(operationName ? { operationName } : {}) };
  const { errors } = await gateway.execute(asked);
  const said = errors?.[0]?.extensions;
  if (said?.code !== 'COST_EXCEEDED') return 0;
  return Number(said['value']);
};

interface Made {
  type: string;
  size: number;
}

/** What an operation really makes a department do, were every list as long as it may be. */
const actual = async ({ query, variables, operationName }: Operation): Promise<number> => {
  let spent = 0;
  const make = (type: string, size = 0): Made => {
    spent += type === 'Book' ? 3 : 1;
    return { type, size };
  };
  const many = (count: number, type: string): Made[] =>
    Array.from({ length: count }, () => make(type));
  const answers: Record<string, (source: Made, args: Record<string, unknown>) => unknown> = {
    shelves: (_, { first, last }) => many(sliced([first, last]), 'Shelf'),
    page: (_, { first }) => make('Page', sliced([first])),
    edges: ({ size }) => many(size, 'Edge'),
    any: () => many(5, 'Book'),
    books: () => many(4, 'Book'),
    boxes: (_, { first }) => many(sliced([first]), 'Shelf'),
    dear: (source) => {
      spent += (source as Made | undefined)?.type === 'Book' ? 2 : 7;
      return 1;
    },
    id: () => '1',
    count: () => 1,
  };
  await execute({
    schema,
    document: parse(query),
    variableValues: variables,
    operationName,
    fieldResolver: (...[source, args, , { fieldName }]) =>
      (answers[fieldName] ?? (() => make('Shelf')))(source as Made, args),
    // Everything that was made knows its type.
    typeResolver: (made) => (made as Made).type,
  });
  return spent;
};

const sliced = (given: readonly unknown[]): number => {
  const numbers = given.filter((each) => typeof each === 'number');
  return numbers.length > 0 ? Math.max(0, ...numbers) : 10;
};

const operations = Array.from({ length: 600 }, (_, seed) => writeOperation(schema, seed + 1, []));

test('generated operations never do more than half as much again as they were taken to', async () => {
  let compared = 0;
  for (const operation of operations) {
    const estimated = await estimate(operation);
    // What would take minutes is not run; nor would the gateway run it.
    if (estimated > 3000) continue;
    const spent = await actual(operation);
    compared++;
    expect(spent, `${operation.query} ${JSON.stringify(operation.variables)}`).toBeLessThanOrEqual(
      1.5 * estimated,
    );
  }
  expect(compared).toBeGreaterThan(300);
}, 60_000);

test('the same asked in other words costs the same', async () => {
  for (const operation of operations.slice(0, 200)) {
    const cost = await estimate(operation);

    expect(await estimate(withoutFragments(operation)), operation.query).toBe(cost);
    expect(await estimate(withVariables(operation)), operation.query).toBe(cost);
    expect(await estimate(renamed(operation)), operation.query).toBe(cost);
  }
}, 60_000);

test('a document that is known costs by the variables of each request', async () => {
  const query =
    'query ($n: Int = 2, $all: Boolean = false) { shelves(first: $n) { id books @include(if: $all) { id } } }';
  const cost = (variables: Record<string, unknown>): Promise<number> =>
    estimate({ query, variables });

  expect(await cost({})).toBe(2);
  expect(await cost({ n: 1000 })).toBe(1000);
  expect(await cost({ n: 1000, all: true })).toBe(1000 * (1 + 4 * 3));
  expect(await cost({ n: -1000 })).toBe(0);
  expect(await cost({ n: 2147483647 })).toBe(2147483647);
  expect(await cost({ n: null })).toBe(10);
  expect(await cost({ all: true })).toBe(2 * (1 + 4 * 3));
  expect(await cost({})).toBe(2);
});

/** An operation whose named fragments stand where they are spread. */
function withoutFragments(operation: Operation): Operation {
  const document = parse(operation.query, { noLocation: true });
  const fragments = new Map<string, FragmentDefinitionNode>();
  for (const node of document.definitions) {
    if (node.kind === Kind.FRAGMENT_DEFINITION) fragments.set(node.name.value, node);
  }
  const inlined = visit(document, {
    FragmentDefinition: () => null,
    FragmentSpread({ name, directives }) {
      const fragment = fragments.get(name.value);
      if (!fragment) return undefined;
      const { typeCondition, selectionSet } = fragment;
      return { kind: Kind.INLINE_FRAGMENT, typeCondition, directives, selectionSet };
    },
  });
  const isLeft = print(inlined).includes('...F');
  return isLeft
    ? withoutFragments({
        ...operation,
        query: `${print(inlined)} ${[...fragments.values()].map((node) => print(node)).join(' ')}`,
      })
    : { ...operation, query: print(inlined) };
}

/** An operation whose numbers stand in variables. */
function withVariables(operation: Operation): Operation {
  const variables: Record<string, unknown> = { ...operation.variables };
  const declared: VariableDefinitionNode[] = [];
  const document = visit(parse(operation.query, { noLocation: true }), {
    Argument(node) {
      if (node.value.kind !== Kind.INT) return undefined;
      const name = { kind: Kind.NAME, value: `n${node.value.value.replace('-', '_')}` } as const;
      const variable = { kind: Kind.VARIABLE, name } as const;
      // One variable for each number: fields of one key have to have the same arguments.
      if (!Object.hasOwn(variables, name.value)) {
        declared.push({ kind: Kind.VARIABLE_DEFINITION, variable, type: wholeNumber });
      }
      variables[name.value] = Number(node.value.value);
      return { ...node, value: variable };
    },
    VariableDefinition: () => false,
  });
  const definitions = document.definitions.map((node) => {
    if (node.kind !== Kind.OPERATION_DEFINITION || node.name?.value === 'Other') return node;
    return { ...node, variableDefinitions: [...(node.variableDefinitions ?? []), ...declared] };
  });
  return { ...operation, query: print({ ...document, definitions }), variables };
}

const wholeNumber = {
  kind: Kind.NON_NULL_TYPE,
  type: { kind: Kind.NAMED_TYPE, name: { kind: Kind.NAME, value: 'Int' } },
} as const;

/** An operation with other response keys. */
function renamed(operation: Operation): Operation {
  const document = visit(parse(operation.query, { noLocation: true }), {
    Field(node): FieldNode | undefined {
      const key = (node.alias ?? node.name).value;
      if (node.name.value.startsWith('__')) return undefined;
      return { ...node, alias: { kind: Kind.NAME, value: `other_${key}` } };
    },
  });
  return { ...operation, query: print(document) };
}

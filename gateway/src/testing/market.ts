import type { buildSubgraphSchema } from '@apollo/subgraph';

type Module = Extract<Parameters<typeof buildSubgraphSchema>[0], readonly unknown[]>[number];

/** A subgraph made for the tests: its SDL and what resolves it. */
export interface TestSubgraph {
  name: string;
  sdl: string;
  resolvers: NonNullable<Extract<Module, { resolvers?: unknown }>['resolvers']>;
}

const federation = `extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: [
  "@key", "@shareable", "@external", "@requires", "@provides", "@tag", "@inaccessible",
  "@interfaceObject", "@authenticated", "@requiresScopes", "@policy"
])
`;

interface Ware {
  __typename: 'Product' | 'Bundle';
  id: string;
  name: string;
  weight: number | null;
  maker: string | null;
  related: string[];
}

const wares: Ware[] = [
  {
    __typename: 'Product',
    id: 'p1',
    name: 'Kettle',
    weight: 3,
    maker: 'm1',
    related: ['p2', 'p3'],
  },
  { __typename: 'Product', id: 'p2', name: 'Ladle', weight: 1, maker: 'm2', related: ['p1'] },
  { __typename: 'Product', id: 'p3', name: 'Wok', weight: null, maker: null, related: [] },
  {
    __typename: 'Bundle',
    id: 'b1',
    name: 'Kitchen',
    weight: 4,
    maker: null,
    related: ['p1', 'p2'],
  },
];

const ware = (id: string): Ware | undefined => wares.find((each) => each.id === id);
const wareReference = { __resolveReference: ({ id }: { id: string }) => ware(id) };
const relatedWares = ({ related }: Ware): unknown => related.map(ware);

const catalog: TestSubgraph = {
  name: 'catalog',
  sdl: `${federation}
    type Query { products: [Product] product(id: ID!): Product items: [Item] found: [Found] broken: Int sameProduct(id: ID!): Product }
    type Mutation { rename(id: ID!, name: String!): Product log(word: String!): [String!] hide(id: ID!): Boolean @authenticated }
    interface Item @key(fields: "id") { id: ID! name: String }
    type Product implements Item @key(fields: "id") { id: ID! name: String weight: Int maker: Maker kind: Kind related: [Product] size: Size box(unit: Unit = CM): Size price(currency: String = "YEN"): Int @tag(name: "in-body") internal: String @inaccessible }
    type Bundle implements Item @key(fields: "id") { id: ID! name: String parts: [Product] }
    union Found = Product | Bundle
    enum Kind { TOOL SECRET @inaccessible }
    enum Unit { CM INCH }
    type Size @shareable { width: Int! height: Int }
    type Maker @key(fields: "id") { id: ID! }`,
  resolvers: {
    Query: {
      products: () => wares.filter(({ __typename }) => __typename === 'Product'),
      product: (_: unknown, { id }: { id: string }) => ware(id),
      sameProduct: (_: unknown, { id }: { id: string }) => ware(id),
      items: () => wares,
      found: () => wares,
      broken: () => {
        throw new Error('Table "secret_table" is gone');
      },
    },
    Mutation: {
      rename: (_: unknown, { id, name }: { id: string; name: string }) => ({ ...ware(id), name }),
      log: (_: unknown, { word }: { word: string }) => [...logged, logged.push(word) && word],
      hide: () => true,
    },
    Item: { __resolveType: ({ __typename }: Ware) => __typename, ...wareReference },
    Product: {
      ...wareReference,
      kind: ({ id }: Ware) => (id === 'p2' ? 'SECRET' : 'TOOL'),
      maker: ({ maker }: Ware) => maker && { id: maker },
      related: relatedWares,
      size: ({ weight }: Ware) => ({ width: weight, height: 2 }),
      box: (_: unknown, { unit }: { unit: string }) => ({
        width: unit === 'CM' ? 25 : 10,
        height: 1,
      }),
      price: ({ id }: Ware, { currency }: { currency: string }) =>
        Number(id.slice(1)) * (currency === 'YEN' ? 100 : 1),
      internal: () => 'inside',
    },
    Bundle: { ...wareReference, parts: relatedWares },
  },
};

/** Words a mutation has logged since the tests began. */
export const logged: string[] = [];

const makers = [
  { id: 'm1', name: 'Aoki', pin: '1111', wage: 10 },
  { id: 'm2', name: 'Baba', pin: '2222', wage: 20 },
];

const people: TestSubgraph = {
  name: 'people',
  sdl: `${federation}
    type Query { makers: [Maker] secretMaker: Maker @authenticated }
    type Maker @key(fields: "id") { id: ID! name: String home: Home pin: String @authenticated wage: Int @requiresScopes(scopes: [["wages"]]) vault: Vault }
    type Home { town(upper: Boolean): String rooms: [Room!] }
    type Room { area: Int! }
    type Vault @authenticated { gold: Int }`,
  resolvers: {
    Query: { makers: () => makers, secretMaker: () => makers[0] },
    Maker: {
      __resolveReference: ({ id }: { id: string }) => makers.find((maker) => maker.id === id),
      home: ({ id }: { id: string }) => ({ id }),
      vault: () => ({ gold: 7 }),
    },
    Home: {
      town: ({ id }: { id: string }, { upper }: { upper?: boolean }) =>
        upper ? id.toUpperCase() : id,
      rooms: ({ id }: { id: string }) => (id === 'm1' ? [{ area: 6 }] : [{ area: null }]),
    },
  },
};

const stock: TestSubgraph = {
  name: 'stock',
  sdl: `${federation}
    type Product @key(fields: "id") { id: ID! weight: Int @external price(currency: String): Int @external inStock: Int shipping: Int @requires(fields: "weight") duty: Int @requires(fields: "price(currency: \\"EUR\\")") place: Place }
    type Place { hall: String aisle(side: String = "left"): String guard: Maker }
    type Maker @key(fields: "id", resolvable: false) { id: ID! }`,
  resolvers: {
    Product: {
      __resolveReference: (reference: { id: string }) => {
        if (reference.id === 'p3') return null;
        return reference;
      },
      inStock: ({ id }: { id: string }) => Number(id.slice(1)) * 5,
      shipping: ({ weight }: { weight?: number | null }) => {
        if (weight === undefined) throw new Error('no weight came');
        return weight === null ? null : weight * 10;
      },
      duty: ({ price }: { price?: number }) => (price === undefined ? null : price + 1000),
      place: ({ id }: { id: string }) => ({ id, hall: `H${id}`, guard: { id: 'm1' } }),
    },
    Place: {
      aisle: ({ id }: { id: string }, { side }: { side: string }) => `${id}-${side}`,
    },
  },
};

const opinion: TestSubgraph = {
  name: 'opinion',
  sdl: `${federation}
    type Query { liked: [Item] }
    type Item @key(fields: "id") @interfaceObject { id: ID! stars: Int remarks(first: Int): [String!] }`,
  resolvers: {
    Query: { liked: () => [{ id: 'p2' }, { id: 'b1' }] },
    Item: {
      __resolveReference: ({ id }: { id: string }) => ({ id }),
      stars: ({ id }: { id: string }) => (id === 'p3' ? null : id.length),
      remarks: ({ id }: { id: string }) => {
        if (id === 'p2') throw new Error(`Nobody may know of ${id}`);
        return [`good ${id}`];
      },
    },
  },
};

/** Four subgraphs that use every directive of federation the gateway has to understand. */
export const market: readonly TestSubgraph[] = [catalog, people, stock, opinion];

/** A subgraph of the workload: what it speaks and what it knows. */
export interface ShopSubgraph {
  readonly name: string;
  readonly sdl: string;
  readonly resolvers: Readonly<Record<string, Readonly<Record<string, Resolver>>>>;
}

/** What is known of one thing; every resolver below reads only what the workload put there. */
type Known = Readonly<Record<string, string>>;
type Resolver = (known: Known, given: Known) => unknown;

const link = (...names: string[]) =>
  `extend schema @link(url: "https://specs.apollo.dev/federation/v2.3", import: ${JSON.stringify(names)})\n`;

const names = ['Aoi Tanaka', 'Ren Sato', 'Yui Kimura', 'Sora Mori', 'Hina Ito', 'Riku Abe'];
const users = names.map((name, index) => ({
  id: `u${index + 1}`,
  name,
  username: name.toLowerCase().replace(' ', '.'),
  birthday: 1970 + index,
}));

const goods = ['Desk', 'Lamp', 'Chair', 'Shelf', 'Kettle', 'Radio', 'Mirror', 'Basket', 'Clock'];
const products = goods.map((name, index) => ({
  upc: `p${index + 1}`,
  name,
  price: 40 + index * 57,
  weight: 20 + index * 11,
  inStock: index % 3 !== 1,
}));

/** Who wrote about what: twenty-one reviews, so that users and products meet again and again. */
const pairs =
  '1:1 1:2 2:1 2:3 3:2 3:4 4:1 4:5 5:3 5:2 6:5 6:1 1:4 2:5 3:1 4:2 5:4 6:3 1:5 2:4 4:3'.split(' ');
const reviews = pairs.map((pair, index) => {
  const [author, product] = pair.split(':');
  const body = `Review ${index + 1}: it does what it should and suits the room.`;
  return { id: `r${index + 1}`, body, author: `u${author}`, product: `p${product}` };
});

const userOf = ({ id }: Known) => users.find((user) => user.id === id);
const productOf = ({ upc }: Known) => products.find((each) => each.upc === upc);

const accounts: ShopSubgraph = {
  name: 'accounts',
  sdl: `${link('@key', '@shareable')}
    type Query { me: User user(id: ID!): User users: [User] }
    type User @key(fields: "id") { id: ID! name: String username: String @shareable birthday: Int }`,
  resolvers: {
    Query: { me: () => users[0], users: () => users, user: (_, given) => userOf(given) },
    User: { __resolveReference: userOf },
  },
};

const inventory: ShopSubgraph = {
  name: 'inventory',
  sdl: `${link('@key', '@external', '@requires')}
    type Product @key(fields: "upc") {
      upc: String! weight: Int @external price: Int @external
      inStock: Boolean shippingEstimate: Int @requires(fields: "price weight")
    }`,
  resolvers: {
    Product: {
      __resolveReference: (reference) => ({ ...reference, inStock: productOf(reference)?.inStock }),
      shippingEstimate: ({ price, weight }) =>
        Number(price) > 300 ? 0 : Math.floor(Number(weight) / 2),
    },
  },
};

const catalogue: ShopSubgraph = {
  name: 'products',
  sdl: `${link('@key')}
    type Query { topProducts(first: Int = 5): [Product] }
    type Product @key(fields: "upc") { upc: String! name: String price: Int weight: Int }`,
  resolvers: {
    Query: { topProducts: (_, { first }) => products.slice(0, Number(first)) },
    Product: { __resolveReference: productOf },
  },
};

const opinions: ShopSubgraph = {
  name: 'reviews',
  sdl: `${link('@key', '@external', '@provides')}
    type Query { review(id: ID!): Review }
    type Review @key(fields: "id") {
      id: ID! body: String author: User @provides(fields: "username") product: Product
    }
    type User @key(fields: "id") { id: ID! username: String @external reviews: [Review] }
    type Product @key(fields: "upc") { upc: String! reviews: [Review] }`,
  resolvers: {
    Query: { review: (_, { id }) => reviews.find((each) => each.id === id) },
    Review: {
      __resolveReference: ({ id }) => reviews.find((each) => each.id === id),
      author: ({ author = '' }) => userOf({ id: author }),
      product: ({ product }) => ({ upc: product }),
    },
    User: {
      __resolveReference: userOf,
      reviews: ({ id }) => reviews.filter(({ author }) => author === id),
    },
    Product: { reviews: ({ upc }) => reviews.filter(({ product }) => product === upc) },
  },
};

/** The shop of four departments, after the workload that gateways are publicly compared by; the data is ours. */
export const shop: readonly ShopSubgraph[] = [accounts, inventory, catalogue, opinions];

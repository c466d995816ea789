import { Pool } from 'undici';
import { serveContender, toldToContender } from './serve.js';

/*
 * What somebody would write by hand for the two documents of the workload, and for no others: the same calls as ours
 * in the same order, answers read, joined and written.
 */

// `contenders.ts` tells it so.
const { url } = toldToContender() as { url: string };
type Known = Record<string, unknown>;
const pools = new Map<string, Pool>();

async function asked(service: string, query: string, keys?: readonly Known[]): Promise<Known> {
  let pool = pools.get(service);
  if (!pool) pools.set(service, (pool = new Pool(url, { connections: 32, pipelining: 1 })));
  const { body } = await pool.request({
    method: 'POST',
    path: `/${service}`,
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query, variables: keys ? { keys } : {} }),
  });
  // The workload's subgraphs answer with GraphQL, and never with errors.
  return ((await body.json()) as { data: Known }).data;
}

const entities = (type: string, fields: string) =>
  `query($keys:[_Any!]!){_entities(representations:$keys){...on ${type}{${fields}}}}`;
// Each of these is a list by the workload's schema.
const listOf = (fields: Known, key: string) => fields[key] as Known[];
const oneOf = (fields: Known, key: string) => fields[key] as Known;

const tail = 'author{id username reviews{id body product{upc}}}';
const ofUsers = `reviews{id body product{upc reviews{id body ${tail}}}}`;
const ofProducts = `reviews{id body ${tail}}`;

async function big(): Promise<Known> {
  const [accounts, products] = await Promise.all([
    asked('accounts', '{users{id username name}}'),
    asked('products', '{topProducts{upc name price weight}}'),
  ]);
  const users = listOf(accounts, 'users');
  const topProducts = listOf(products, 'topProducts');
  const [stock, opinions] = await Promise.all([
    asked('inventory', entities('Product', 'inStock shippingEstimate'), topProducts.map(forStock)),
    asked(
      'reviews',
      `query($keys:[_Any!]!){_entities(representations:$keys){...on User{${ofUsers}}...on Product{${ofProducts}}}}`,
      [...users.map(userKey), ...topProducts.map(productKey)],
    ),
  ]);
  const found = listOf(opinions, '_entities');
  const met = { users: new Map<unknown, Known[]>(), products: new Map<unknown, Known[]>() };
  users.forEach((user, index) => meet(listOf(Object.assign(user, found[index]), 'reviews'), met));
  topProducts.forEach((product, index) => {
    Object.assign(product, listOf(stock, '_entities')[index]);
    meet(listOf(Object.assign(product, found[users.length + index]), 'reviews'), met);
  });
  await complete(met);
  return {
    users: users.map(userOf),
    topProducts: topProducts.map(productOf),
  };
}

interface Met {
  users: Map<unknown, Known[]>;
  products: Map<unknown, Known[]>;
}

function meet(reviews: readonly Known[], met: Met): void {
  for (const { product, author } of reviews as readonly Record<string, Known | undefined>[]) {
    if (product) note(met.products, product, product['upc']);
    if (product?.['reviews']) meet(listOf(product, 'reviews'), met);
    if (author) note(met.users, author, author['id']);
    if (author?.['reviews']) meet(listOf(author, 'reviews'), met);
  }
}

function note(met: Map<unknown, Known[]>, one: Known, key: unknown): void {
  const known = met.get(key);
  if (known) known.push(one);
  else met.set(key, [one]);
}

async function complete({ users, products }: Met): Promise<void> {
  const productKeys = [...products.keys()].map((upc) => productKey({ upc }));
  const userKeys = [...users.keys()].map((id) => userKey({ id }));
  const [goods, people] = await Promise.all([
    asked('products', entities('Product', 'upc price weight name'), productKeys),
    asked('accounts', entities('User', 'id name'), userKeys),
  ]);
  const bought = listOf(goods, '_entities');
  const stock = await asked(
    'inventory',
    entities('Product', 'inStock shippingEstimate'),
    bought.map(forStock),
  );
  [...users.values()].forEach((all, index) => fill(all, listOf(people, '_entities')[index]));
  [...products.values()].forEach((all, index) => {
    fill(all, bought[index]);
    fill(all, listOf(stock, '_entities')[index]);
  });
}

function fill(all: readonly Known[], fields: Known | undefined): void {
  for (const each of all) Object.assign(each, fields);
}

const userKey = ({ id }: Known): Known => ({ __typename: 'User', id });
const productKey = ({ upc }: Known): Known => ({ __typename: 'Product', upc });
const forStock = ({ upc, price, weight }: Known): Known => {
  return { __typename: 'Product', upc, price, weight };
};

function reviewOf(review: Known): Known {
  const { id, body, product, author } = review;
  if (author === undefined) return { id, body, product: productOf(oneOf({ product }, 'product')) };
  return { id, body, author: userOf(oneOf({ author }, 'author')) };
}

function userOf({ id, username, name, reviews }: Known): Known {
  return { id, username, name, reviews: listOf({ reviews }, 'reviews').map(reviewOf) };
}

function productOf({ inStock, name, price, shippingEstimate, upc, weight, reviews }: Known): Known {
  const product: Known = { inStock, name, price, shippingEstimate, upc, weight };
  if (reviews !== undefined) product['reviews'] = listOf({ reviews }, 'reviews').map(reviewOf);
  return product;
}

async function small(): Promise<Known> {
  const topProducts = listOf(await asked('products', '{topProducts{name upc}}'), 'topProducts');
  const keys = topProducts.map(productKey);
  const opinions = await asked('reviews', entities('Product', 'reviews{id body}'), keys);
  return {
    topProducts: topProducts.map(({ name }, index) => ({
      name,
      reviews: listOf(opinions, '_entities')[index]?.['reviews'],
    })),
  };
}

serveContender((message, response) => {
  const chunks: Buffer[] = [];
  message.on('data', (chunk: Buffer) => chunks.push(chunk));
  message.on('end', () => {
    // The bench sends GraphQL over HTTP.
    const { query } = JSON.parse(Buffer.concat(chunks).toString('utf8')) as { query: string };
    void (query.startsWith('query Small') ? small() : big()).then((data) => {
      const body = Buffer.from(JSON.stringify({ data }));
      response.writeHead(200, {
        'content-type': 'application/json',
        'content-length': body.length,
      });
      response.end(body);
    });
  });
});

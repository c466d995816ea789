import { once } from 'node:events';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';

import { afterEach, describe, expect, test } from 'vitest';

import { schemaFolder } from '../graph/schema-folder.js';
import { answers } from './check/answers.js';
import { contractChecks } from './check/contract-checks.js';
import { entities } from './check/entities.js';
import { feed } from './check/feed.js';
import { signatures } from './check/signatures.js';
import { names } from './check/names.js';
import { conform, type Looked } from './conform.js';
import { contractIn } from './contract.js';
import { jsonOf, tableOf } from './report.js';
import { findSamples } from './samples.js';
import { Subject } from './subject.js';

const key = 'a key for tests only';
const link =
  'extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@key", "@authenticated"])';

let server: Server | undefined;
afterEach(() => {
  server?.closeAllConnections();
  server?.close();
  server = undefined;
});

type Respond = (asked: {
  body: string;
  request: IncomingMessage;
  response: ServerResponse;
}) => void;

/** A subgraph without any library, as somebody might write it in an afternoon. */
async function serve(respond: Respond): Promise<URL> {
  const made = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () =>
      respond({ body: Buffer.concat(chunks).toString('utf8'), request, response }),
    );
  });
  server = made;
  made.listen(0, '127.0.0.1');
  await once(made, 'listening');
  // A server that listens on TCP has an address with a port.
  return new URL(`http://127.0.0.1:${(made.address() as AddressInfo).port}/graphql`);
}

const wrong = (looked: readonly Looked[]): string[] =>
  looked.filter(({ outcome }) => outcome.state === 'broken').map(({ name }) => name);

const faultsOf = (looked: readonly Looked[], name: string): string => {
  const outcome = looked.find((each) => each.name === name)?.outcome;
  return outcome?.state === 'broken'
    ? outcome.faults.map(({ place = '', found }) => `${place}: ${found}`).join('\n')
    : '';
};

const lampSdl = `${link}
type Query { lamps: [lamp!]! _entities(representations: [_Any!]!): [_Entity]! }
type Mutation { lightLamp: Int }
type lamp @key(fields: "id") { id: ID! watts: Int! Secret: String @authenticated }
union _Entity = lamp
scalar _Any`;

/** Everything that can be wrong at once. */
const wrongSubgraph: Respond = ({ body, request, response }) => {
  const path = request.url ?? '';
  if (path.startsWith('/health')) return void response.writeHead(500).end('no');
  if (path.startsWith('/feed')) {
    const limit = Number(/limit=(\d+)/.exec(path)?.[1] ?? 1);
    const items = Array.from({ length: limit }, (_, index) => ({
      id: String(index),
      kind: 'lamp',
      state: 'updated',
      modified: 100 - index,
      data: {},
    }));
    return void response.end(JSON.stringify({ epoch: 'e', items, next: 'n' }));
  }
  response.setHeader('content-type', 'text/html');
  let query = '';
  let of: { id?: string; __typename?: string }[] = [];
  try {
    // What comes is what the checks send.
    const asked = JSON.parse(body) as { query?: string; variables?: { of?: typeof of } };
    query = asked.query ?? '';
    of = asked.variables?.of ?? [];
  } catch (error) {
    response.statusCode = 500;
    return void response.end(error instanceof Error ? error.stack : '');
  }
  const data = (value: unknown): void => void response.end(JSON.stringify({ data: value }));
  if (query.includes('_service')) return data({ _service: { sdl: lampSdl } });
  if (query.includes('_entities')) {
    // Sorted by a database, each once, those that are unknown left out.
    const ids = [...new Set(of.map(({ id = '' }) => id))]
      .filter((id) => id.startsWith('lamp'))
      .toSorted((one, other) => one.localeCompare(other));
    return data({ _entities: ids.map((id) => ({ id, asked: 'no secret at all' })) });
  }
  if (query.includes('lamps')) {
    return data({ lamps: ['lamp-2', 'lamp-1'].map((id) => ({ __typename: 'lamp', id })) });
  }
  if (query.includes('hubConform')) {
    const message = 'select name from lamp where x';
    return void response.end(JSON.stringify({ errors: [{ message }] }));
  }
  data({ a: 'Query', b: 'Query' });
};

describe('a subgraph that does everything wrong', () => {
  test('is told each fault by its own name', async () => {
    const url = await serve(wrongSubgraph);

    const looked = await conform({ url, key, keys: new Map() });

    expect(wrong(looked).toSorted()).toEqual(
      [
        'access',
        'content-type',
        'deadline-over',
        'entities-odd',
        'entities-order',
        'entities-thousand',
        'entities-twice',
        'entities-unknown',
        'errors',
        'feed-cursor',
        'feed-end',
        'feed-head',
        'feed-pages',
        'health',
        'mutation-unsigned',
        'names',
        'no-inside',
        'ready',
        'rules',
        'signature-altered',
        'signature-early',
        'signature-malformed',
        'signature-missing',
        'signature-old',
        'signature-other-key',
        'signature-replayed',
        'subscription-unsigned',
        'typename',
        'variables',
      ].toSorted(),
    );
  });

  test('reads what was found, where and what to do', async () => {
    const url = await serve(wrongSubgraph);

    const looked = await conform({ url, key, keys: new Map() });

    expect(faultsOf(looked, 'names')).toContain('lamp.Secret');
    expect(faultsOf(looked, 'rules')).toContain('Query.lamps');
    expect(faultsOf(looked, 'no-inside')).toContain('a statement of the database');
    expect(faultsOf(looked, 'no-inside')).toContain('a stack trace');
    expect(faultsOf(looked, 'entities-order')).toMatch(/lamp: .*4 keys gave 2 entities/);
    expect(faultsOf(looked, 'access')).toContain('lamp.Secret');
    expect(faultsOf(looked, 'feed-pages')).toContain('"modified" does not grow: 100, 99');
    const table = tableOf(url, looked);
    expect(table).toContain('WRONG    A signature of two minutes ago is refused with 401');
    expect(table).toContain('do    Remember accepted signatures until they are old.');
    expect(table).toContain('It does not conform yet.');
    const json = JSON.parse(jsonOf(url, looked)) as {
      conforms: boolean;
      checks: { state: string }[];
    };
    expect(json.conforms).toBe(false);
    expect(json.checks).toHaveLength(looked.length);
  });
});

const pairSdl = `${link}
type Query { lamps: [Lamp] shades: [Shade] _entities(representations: [_Any!]!): [_Entity]! }
type Lamp @key(fields: "id") { id: ID! watts: Int }
type Shade @key(fields: "id") { id: ID! colour: String }
union _Entity = Lamp | Shade
scalar _Any`;

/** Answers one question after another well, and fails as soon as a city asks as cities do. */
function loneSubgraph(): Respond {
  let underWay = 0;
  return ({ body, request, response }) => {
    const send = (status: number, value: object): void => {
      underWay -= 1;
      response.writeHead(status, {
        'content-type': 'application/json',
        'content-encoding': 'gzip',
      });
      response.end(gzipSync(JSON.stringify(value)));
    };
    underWay += 1;
    if (underWay > 1 || body.includes('絵本')) return void setTimeout(send, 20, 503, {});
    if (request.url?.startsWith('/feed')) {
      const event = { id: 'e1', kind: 'Course', state: 'updated', modified: 1 };
      const isEnd = request.url.includes('after=');
      const items = isEnd ? [] : [{ ...event, data: { title: 'a title without languages' } }];
      return void setTimeout(send, 20, 200, {
        epoch: `${isEnd} ${request.url.length}`,
        items,
        next: isEnd ? '12' : '1',
      });
    }
    // What comes is what the checks send.
    const { query = '', variables } = JSON.parse(body || '{}') as {
      query?: string;
      variables?: { of?: { __typename: string }[] };
    };
    const of = variables?.of?.toSorted((a, b) => (a.__typename < b.__typename ? -1 : 1));
    const list = (name: string) => ['1', '2'].map((id) => ({ __typename: name, id }));
    const data = query.includes('_service')
      ? { _service: { sdl: pairSdl } }
      : { _entities: of, lamps: list('Lamp'), shades: list('Shade') };
    setTimeout(send, 5, 200, { data });
  };
}

test('what answers one question after the other may fail a city that asks many, of many kinds, in Japanese', async () => {
  const url = await serve(loneSubgraph());
  const subject = new Subject(url, key);
  subject.contract = contractIn(pairSdl);
  subject.samples = await findSamples(subject, subject.contract, new Map());
  const ours = ['packing', 'at-once', 'signature-bytes', 'entities-mixed', 'feed-end', 'feed-data'];
  const asked = [...answers, ...signatures, ...entities, ...feed].filter(({ name }) =>
    ours.includes(name),
  );

  const looked: Looked[] = [];
  for (const { name, expects, run } of asked)
    looked.push({ name, expects, outcome: await run(subject) });

  expect(wrong(looked).toSorted()).toEqual(ours.toSorted());
  expect(faultsOf(looked, 'feed-data')).toContain('Course.title: ');
  expect(faultsOf(looked, 'feed-end')).toContain('"epoch" was true ');
});

test('an address where nothing answers is wrong in everything, and the checks come to an end', async () => {
  const url = await serve(() => undefined);
  server?.close();
  server?.closeAllConnections();

  const looked = await conform({ url, key, keys: new Map() });

  expect(looked.every(({ outcome }) => outcome.state !== 'met')).toBe(true);
  expect(faultsOf(looked, 'sdl')).toContain('ECONNREFUSED');
});

test('a page that is no GraphQL at all is told so', async () => {
  const url = await serve(({ response }) => void response.end('<html>Hello</html>'));

  const looked = await conform({ url, key, keys: new Map() });

  expect(faultsOf(looked, 'sdl')).toContain('status 200 with "<html>Hello</html>"');
  expect(looked.find(({ name }) => name === 'entities-order')?.outcome).toEqual({
    state: 'untried',
    why: 'the SDL could not be read',
  });
});

test.each(
  readdirSync(schemaFolder).filter(
    (file) => !/^(supergraph|public)\.graphql$/.test(file) && file.endsWith('.graphql'),
  ),
)('the committed %s is found right', async (file) => {
  const subject = new Subject(new URL('http://127.0.0.1:9/graphql'), key);
  subject.contract = contractIn(readFileSync(join(schemaFolder, file), 'utf8'));

  const outcomes = await Promise.all(
    [...contractChecks.slice(1), names].map((check) => check.run(subject)),
  );

  expect(outcomes).toEqual(outcomes.map(() => ({ state: 'met' })));
  expect(subject.contract.entities.length).toBeGreaterThan(0);
});

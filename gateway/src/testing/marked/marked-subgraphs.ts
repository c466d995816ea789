import { once } from 'node:events';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { setTimeout as after } from 'node:timers/promises';
import { buildSubgraphSchema } from '@apollo/subgraph';
import { execute, GraphQLError, parse, type DocumentNode } from 'graphql';
import { closed, portOf } from '../subgraph-server.js';
import { MarkedEvents } from './marked-events.js';

const federation = `extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: [
  "@key", "@external", "@requires", "@tag", "@authenticated"
])
`;

/**
 * Two subgraphs that write into their answers who asked, as far as they were told: fields named `my…` are for
 * each caller alone, and `gossip` is tagged public and tells all the same.
 */
export const markedSdl = {
  town: `${federation}
    type Query {
      boards(ids: [ID!]!): [Board] @tag(name: "public")
      board(id: ID!): Board @tag(name: "public")
      echo(left: String, right: String): String @tag(name: "public")
      gossip: String @tag(name: "public")
      shaky(key: String!): String @tag(name: "public")
      myMark: String
      mySecret: String @authenticated
    }
    type Mutation { retitle(id: ID!, title: String!): Board }
    type Subscription {
      boardTold: Board @tag(name: "public")
      echoTold(left: String, right: String): String @tag(name: "public")
      myBoardTold: Board
    }
    type Board @key(fields: "id") {
      id: ID! @tag(name: "public")
      title: String @tag(name: "public")
      notes: [Note!] @tag(name: "public")
      gossip: String @tag(name: "public")
      myMark: String
    }
    type Note { text: String @tag(name: "public") myMark: String }`,
  trade: `${federation}
    type Board @key(fields: "id") {
      id: ID! @tag(name: "public")
      title: String @external
      price(unit: String): String @tag(name: "public")
      moment: Int @tag(name: "public") @tag(name: "uncached")
      gossip2: String @tag(name: "public")
      label: String @tag(name: "public") @requires(fields: "title")
      myOffer: String
      shop: Shop @tag(name: "public")
    }
    type Shop { name: String @tag(name: "public") }`,
} as const;

/** What a subgraph is told of who asks; `nobody` when it is not. */
export const nobody = 'nobody';

/** Two running subgraphs that can be told to change, to fail and to say odd things in their headers. */
export interface MarkedSubgraphs {
  urls: ReadonlyMap<string, string>;
  /** Bodies received, by subgraph. */
  received: { town: number; trade: number };
  titles: Map<string, string>;
  /** The word for where the data of each stand. */
  heads: { town: string; trade: string };
  /** Headers of the next answer, by its number. */
  headersOf: (answer: number) => Record<string, string>;
  /** Tells the town's subscribers of another change. */
  tell(): void;
  close(): Promise<void>;
}

interface Asker {
  mark: string;
}

/** Starts both on free ports; each answer takes some milliseconds, so that equal questions meet. */
export async function startMarked(): Promise<MarkedSubgraphs> {
  const titles = new Map([1, 2, 3, 4, 5].map((id) => [`b${id}`, `Board ${id}`]));
  const running = {
    received: { town: 0, trade: 0 },
    titles,
    heads: { town: 'h0', trade: 'h0' },
    headersOf: (): Record<string, string> => ({}),
  };
  const schemas = schemasOf(titles);
  const events = new MarkedEvents();
  const servers = await Promise.all(
    (['town', 'trade'] as const).map(async (name) => {
      const schema = schemas[name];
      const server = createServer((message, response) => {
        if (message.url === '/subscription') {
          void subscribed(message, response, { schema, events });
          return;
        }
        running.received[name] += 1;
        void answer(message, response, {
          schema,
          headers: marked.headersOf(running.received[name]),
        });
      });
      server.listen(0, '127.0.0.1');
      await once(server, 'listening');
      return { name, server };
    }),
  );
  const marked: MarkedSubgraphs = {
    ...running,
    urls: new Map(
      servers.map(({ name, server }) => [name, `http://127.0.0.1:${portOf(server)}/graphql`]),
    ),
    tell: () => events.tell(),
    close: () => closedAll(servers.map(({ server }) => server)),
  };
  return marked;
}

async function closedAll(servers: readonly Server[]): Promise<void> {
  await Promise.all(servers.map(closed));
}

type SubgraphSchema = ReturnType<typeof buildSubgraphSchema>;

function schemasOf(titles: ReadonlyMap<string, string>): Record<'town' | 'trade', SubgraphSchema> {
  const built = (name: 'town' | 'trade', resolvers: object): SubgraphSchema =>
    buildSubgraphSchema([
      // They are objects of functions, as the builder wants them.
      {
        typeDefs: parse(markedSdl[name]),
        resolvers: resolvers as ReturnType<typeof townResolvers>,
      },
    ]);
  return { town: built('town', townResolvers(titles)), trade: built('trade', tradeResolvers()) };
}

async function answer(
  message: IncomingMessage,
  response: ServerResponse,
  by: { schema: SubgraphSchema; headers: Record<string, string> },
): Promise<void> {
  const body = await bodyOf(message);
  const contextValue = askerOf(body);
  const { schema, headers } = by;
  const result = await execute({
    schema,
    document: documentOf(body.query),
    variableValues: body.variables,
    contextValue,
  });
  await after(1 + Math.random() * 4);
  response.writeHead(200, { 'content-type': 'application/json', ...headers });
  response.end(JSON.stringify(result));
}

/** Answers a subscription once for every change, in the name of who asked it. */
async function subscribed(
  message: IncomingMessage,
  response: ServerResponse,
  by: { schema: SubgraphSchema; events: MarkedEvents },
): Promise<void> {
  const body = await bodyOf(message);
  const contextValue = askerOf(body);
  const { schema, events } = by;
  response.writeHead(200, { 'content-type': 'text/event-stream' });
  const told = (event: object): boolean => response.write(`data: ${JSON.stringify(event)}\n\n`);
  let at = Number(body.extensions?.after ?? events.count);
  told({ cursor: String(at) });
  const leave = events.follow(async () => {
    while (at < events.count) {
      at += 1;
      const cursor = String(at);
      const answer = await execute({
        schema,
        document: documentOf(body.query),
        variableValues: body.variables,
        contextValue,
      });
      told({ cursor, answer });
    }
  });
  response.once('close', leave);
}

interface ReceivedBody {
  query: string;
  variables: Record<string, unknown>;
  extensions?: { caller?: { subject?: string }; after?: string };
}

async function bodyOf(message: IncomingMessage): Promise<ReceivedBody> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of message as AsyncIterable<Uint8Array>) chunks.push(chunk);
  // The gateway wrote it.
  return JSON.parse(Buffer.concat(chunks).toString('utf8')) as ReceivedBody;
}

function askerOf({ extensions }: ReceivedBody): Asker {
  return { mark: extensions?.caller?.subject ?? nobody };
}

const documents = new Map<string, DocumentNode>();

function documentOf(text: string): DocumentNode {
  const known = documents.get(text) ?? parse(text);
  documents.set(text, known);
  return known;
}

interface BoardRow {
  id: string;
  title?: string;
}

const mark = (_: unknown, __: unknown, { mark: own }: Asker): string => own;

function townResolvers(titles: ReadonlyMap<string, string>) {
  const failed = new Set<string>();
  const board = (id: string): BoardRow | null => (titles.has(id) ? { id } : null);
  return {
    Query: {
      boards: (_: unknown, { ids }: { ids: string[] }) => ids.map(board),
      board: (_: unknown, { id }: BoardRow) => board(id),
      echo: (_: unknown, given: { left?: string; right?: string }) =>
        JSON.stringify([given.left ?? null, given.right ?? null]),
      gossip: mark,
      shaky: (_: unknown, { key }: { key: string }) => {
        if (failed.has(key)) return `steady ${key}`;
        failed.add(key);
        throw new GraphQLError('Not yet');
      },
      myMark: mark,
      mySecret: mark,
    },
    Mutation: {
      retitle: (_: unknown, { id, title }: Required<BoardRow>) => {
        // The test gave a map that can be written into.
        (titles as Map<string, string>).set(id, title);
        return { id };
      },
    },
    Subscription: {
      boardTold: () => board('b1'),
      echoTold: (_: unknown, given: { left?: string; right?: string }) =>
        JSON.stringify([given.left ?? null, given.right ?? null]),
      myBoardTold: () => board('b1'),
    },
    Board: {
      __resolveReference: ({ id }: BoardRow) => board(id),
      title: ({ id }: BoardRow) => titles.get(id),
      notes: ({ id }: BoardRow) => [{ text: `${id} first` }, { text: `${id} second` }],
      gossip: mark,
      myMark: mark,
    },
    Note: { myMark: mark },
  };
}

function tradeResolvers() {
  let moments = 0;
  return {
    Board: {
      __resolveReference: (reference: BoardRow) => (reference.id === 'b5' ? null : reference),
      price: ({ id }: BoardRow, { unit }: { unit?: string }) => `${id} costs 5 ${unit ?? 'yen'}`,
      moment: () => (moments += 1),
      gossip2: mark,
      label: ({ id, title }: BoardRow) => `${id}: ${title}`,
      myOffer: mark,
      shop: ({ id }: BoardRow) => ({ name: `Shop of ${id}` }),
    },
  };
}

import type { MikroORM } from '@mikro-orm/postgresql';
import {
  type DocumentNode,
  type ExecutionResult,
  GraphQLError,
  execute,
  parse,
  validate,
} from 'graphql';

import { type FailureLog, answerFailure } from './answer.js';
import { Loaders } from './batch.js';
import { type Caller, type Context, anonymous } from './context.js';
import { DailyRound, usualNight } from './daily-work.js';
import { withoutValues } from './database-failure.js';
import { closeDatabase, openDatabase } from './database.js';
import type { Waited } from './deadline.js';
import { type FeedSource, type Following, follow } from './feed/feed.follow.js';
import { listenForChanges } from './feed/feed.listen.js';
import { feedHead } from './feed/feed.moves.js';
import { CompiledQuery } from './execution/compiled-query.js';
import { parseCursor, readFeed } from './feed/feed.page.js';
import type { FeedPage } from './feed/publisher.js';
import type { Service } from './service.js';
import { type Subgraph, buildSubgraph } from './subgraph.js';
import { Subscriptions } from './subscription/subscriptions.js';

/** One operation asked of a service. */
export interface Operation extends Waited {
  readonly query: string;
  readonly variables?: Readonly<Record<string, unknown>> | undefined;
  readonly operationName?: string | undefined;
  readonly caller?: Caller | undefined;
  readonly requestId?: string | undefined;
  /** Whether whole lists are read, so that their pages may be long. */
  readonly longPages?: boolean | undefined;
}

/** An answer, and what HTTP would say of keeping it where that is not left to the contract. */
export interface Answered extends ExecutionResult {
  readonly cacheControl?: 'no-store';
}

/** A service with its database, open for questions. */
export interface OpenService {
  readonly name: string;
  readonly subgraph: Subgraph;
  readonly orm: MikroORM;
  /** Answers one operation as the HTTP server would, without HTTP. Never throws. */
  answer(operation: Operation): Promise<Answered>;
  /** What is subscribed to here. */
  readonly subscriptions: Subscriptions;
  /** One page of the change feed after a cursor. */
  feed(cursor?: string, limit?: number): Promise<FeedPage>;
  /** Where the data stands, in one word; any commit, also of what it took in from others, gives another. */
  head(): Promise<string>;
  /** Looks at the feed of another service now; does nothing when it is not followed. */
  nudge(source: string): void;
  /** Reads every followed feed to its end. Throws when one does not answer. */
  catchUp(): Promise<void>;
  close(): Promise<void>;
}

/** What a service needs from where it runs. */
export interface Place {
  readonly databaseUrl: string;
  readonly poolSize?: number;
  readonly log: FailureLog;
  readonly onQuery?: (sql: string) => void;
  /** How to read the feeds of other services, by name; those that are absent are not followed. */
  readonly feeds?: Readonly<Record<string, FeedSource>>;
  /** Time of day in Japan (`HH:MM`) at which it does its daily work; half past two by night unless said. */
  readonly night?: string | undefined;
  /** The clock; tests set it. */
  readonly now?: () => Date;
}

/** Opens a service: brings its database to the newest step and builds its subgraph. */
export async function openService(service: Service, place: Place): Promise<OpenService> {
  const orm = await openDatabase({
    url: place.databaseUrl,
    entities: service.entities,
    migrations: service.migrations,
    statementTimeout,
    ...(place.poolSize && { poolSize: place.poolSize }),
    ...(place.onQuery && { onQuery: place.onQuery }),
  });
  const subgraph = buildSubgraph(service);
  const documents = new Documents(subgraph);
  const following = startFollowing(service, orm, place);
  const contextOf = (operation: Operation) => requestContext(orm, operation, nowAt(place));
  const subscriptions = startSubscriptions({ orm, place, subgraph, documents });
  const daily = startDaily(service, orm, place);
  return {
    name: service.name,
    subgraph,
    orm,
    answer: (operation) =>
      answerOperation({ documents, subgraph, log: place.log }, operation, contextOf),
    subscriptions,
    feed: async (cursor, limit) =>
      readFeed(orm.em.fork(), service.published, {
        after: parseCursor(cursor),
        ...(limit && { limit }),
      }),
    head: () => headOf(orm),
    nudge: (source) => following.get(source)?.nudge(),
    catchUp: async () => {
      for (const each of following.values()) await each.catchUp();
    },
    close: async () => {
      daily.stop();
      await subscriptions.close();
      await Promise.all([...following.values()].map((each) => each.stop()));
      await closeDatabase(orm);
    },
  };
}

async function headOf(orm: MikroORM): Promise<string> {
  const [row] = await orm.em.getConnection().execute<[{ head: string }]>(feedHead);
  return row.head;
}

const nowAt = (place: Place): Date => place.now?.() ?? new Date();

function startSubscriptions(part: {
  orm: MikroORM;
  place: Place;
  subgraph: Subgraph;
  documents: Documents;
}): Subscriptions {
  const { orm, place, subgraph, documents } = part;
  return new Subscriptions({
    schema: subgraph.schema,
    now: () => nowAt(place),
    told: (result) => toldResult(result, place.log),
    read: (text) => documents.read(text),
    source: {
      em: () => orm.em.fork(),
      listen: (onCommit) => listenForChanges(place.databaseUrl, onCommit),
      onFailure: (error) => place.log({ error: withoutValues(error) }),
    },
  });
}

const startDaily = ({ daily = [] }: Service, orm: MikroORM, place: Place): DailyRound =>
  new DailyRound(daily, {
    em: () => orm.em.fork(),
    now: () => nowAt(place),
    at: place.night ?? usualNight,
    onFailure: (error) => place.log({ error: withoutValues(error) }),
  });

function startFollowing(service: Service, orm: MikroORM, place: Place): Map<string, Following> {
  const following = new Map<string, Following>();
  for (const follows of service.follows ?? []) {
    const read =
      follows.source === service.name ? ownFeed(service, orm) : place.feeds?.[follows.source];
    if (!read) continue;
    const onFailure = (error: unknown) => place.log({ error: withoutValues(error) });
    following.set(follows.source, follow(orm.em.fork(), { ...follows, read, onFailure }));
  }
  return following;
}

function ownFeed(service: Service, orm: MikroORM): FeedSource {
  return (cursor) => readFeed(orm.em.fork(), service.published, { after: parseCursor(cursor) });
}

/**
 * Milliseconds that one statement of a service may take: three times as long as a gateway waits for its client, and
 * long enough to take in a page of a feed.
 */
const statementTimeout = 30_000;

/** What one request may reach; its unit of work is its own. */
export function requestContext(
  orm: MikroORM,
  operation: Pick<Operation, 'caller' | 'requestId' | 'longPages' | keyof Waited>,
  now: Date,
): Context {
  const em = orm.em.fork();
  return {
    em,
    loaders: new Loaders(em, operation),
    caller: operation.caller ?? anonymous,
    requestId: operation.requestId ?? 'none',
    longPages: operation.longPages ?? false,
    now,
    told: { isLive: false },
  };
}

async function answerOperation(
  part: { documents: Documents; subgraph: Subgraph; log: FailureLog },
  operation: Operation,
  contextOf: (operation: Operation) => Context,
): Promise<Answered> {
  const document = part.documents.read(operation.query);
  if ('errors' in document) return { errors: document.errors };
  const context = contextOf(operation);
  const { variables = {}, operationName } = operation;
  const result =
    (await part.documents.compiled(document, operationName)?.answer(variables, context)) ??
    (await execute({
      schema: part.subgraph.schema,
      document,
      contextValue: context,
      variableValues: variables,
      ...(operationName && { operationName }),
    }));
  const told = toldResult(result, part.log);
  return context.told.isLive ? { ...told, cacheControl: 'no-store' } : told;
}

/** A result with its errors as a caller may learn of them. */
function toldResult(result: ExecutionResult, log: FailureLog): ExecutionResult {
  if (!result.errors) return result;
  const errors = result.errors.map((error) => {
    const { message, ...told } = answerFailure(error, log);
    return new GraphQLError(message, {
      path: told.path ?? null,
      extensions: told.extensions ?? {},
    });
  });
  return { ...result, errors };
}

/** Parsed and validated documents by text; a gateway sends the same few again and again. */
class Documents {
  readonly #known = new Map<string, DocumentNode>();
  readonly #compiled = new WeakMap<DocumentNode, CompiledQuery | undefined>();

  constructor(private readonly subgraph: Subgraph) {}

  read(text: string): DocumentNode | { errors: readonly GraphQLError[] } {
    const known = this.#known.get(text);
    if (known) return known;
    const document = parseOrError(text);
    if (document instanceof GraphQLError) return { errors: [document] };
    const errors = validate(this.subgraph.schema, document);
    if (errors.length > 0) return { errors };
    if (this.#known.size >= 500) this.#known.clear();
    this.#known.set(text, document);
    return document;
  }

  /** A document worked out ahead; nothing where graphql-js has to execute it. */
  compiled(document: DocumentNode, operationName: string | undefined): CompiledQuery | undefined {
    if (!this.#compiled.has(document))
      this.#compiled.set(document, CompiledQuery.of(this.subgraph.schema, document));
    const compiled = this.#compiled.get(document);
    return !operationName || operationName === compiled?.name ? compiled : undefined;
  }
}

function parseOrError(text: string): DocumentNode | GraphQLError {
  try {
    return parse(text);
  } catch (error) {
    if (error instanceof GraphQLError) return error;
    throw error;
  }
}

import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';

import type { Constructor } from '@mikro-orm/core';
import { Migration, Migrator } from '@mikro-orm/migrations';
import { MikroORM } from '@mikro-orm/postgresql';
import type { Pool } from 'pg';

import { coverTables, feedMoves } from './feed/feed.moves.js';
import { feedTables } from './feed/feed.tables.js';
import { writeTables } from './write/write.tables.js';

/** One step of a database's history: a class whose name says when and what. */
export interface MigrationStep {
  readonly name: string;
  readonly statements: readonly string[];
  readonly class: Constructor<Migration>;
}

/** What a service says of its database. */
export interface DatabaseOptions {
  readonly url: string;
  readonly entities: readonly Constructor[];
  readonly migrations: readonly MigrationStep[];
  /** Connections held at most; the whole city must stay well under the server's limit. Default 8. */
  readonly poolSize?: number;
  /** Milliseconds after which one statement is given up; without a limit unless said. */
  readonly statementTimeout?: number;
  /** Receives each SQL text as it is sent, for counting queries. */
  readonly onQuery?: (sql: string) => void;
}

/** Opens a service's database and brings it to its newest step. Throws when it cannot be reached. */
export async function openDatabase(options: DatabaseOptions): Promise<MikroORM> {
  const orm = await connect(options);
  await orm.migrator.up();
  if (hasFeed(options.migrations)) await orm.em.fork().execute(coverTables);
  return orm;
}

/** The steps of a service and those that the kit adds to every database with a feed. */
export function allSteps(migrations: readonly MigrationStep[]): readonly MigrationStep[] {
  return hasFeed(migrations) ? [...migrations, moves, writes] : migrations;
}

const hasFeed = (migrations: readonly MigrationStep[]): boolean =>
  migrations.some(({ statements }) => feedTables.every((each) => statements.includes(each)));

/** Opens a service's database as it is, e.g. a clone that was migrated before. */
export async function connect(options: DatabaseOptions): Promise<MikroORM> {
  const { onQuery, statementTimeout } = options;
  return MikroORM.init({
    // Under one name a transaction on one database would capture what is asked of another within it.
    contextName: randomUUID(),
    clientUrl: options.url,
    entities: [...options.entities],
    extensions: [Migrator],
    pool: { min: 0, max: options.poolSize ?? 8 },
    forceUtcTimezone: true,
    ...(statementTimeout && { driverOptions: { statement_timeout: statementTimeout } }),
    migrations: {
      migrationsList: [...allSteps(options.migrations)],
      snapshot: false,
      silent: true,
    },
    ...(onQuery && { debug: ['query'], loggerFactory: () => countingLogger(onQuery) }),
  });
}

/** Milliseconds that what is under way gets to end before a database is closed: longer than a statement may take. */
const closingPatience = 35_000;

/**
 * Closes a database once nothing is asked of it any more. The query builder forgets its pool before the pool has ended,
 * and loses a connection that is being made just then: the pool would wait for it, and the process live, for ever.
 */
export async function closeDatabase(orm: MikroORM): Promise<void> {
  const pool = await orm.em.getConnection().getNativeClient();
  const until = performance.now() + closingPatience;
  // Two looks in a row: between two statements of one request the pool is quiet for a moment.
  for (let quiet = 0; quiet < 2 && performance.now() < until; await pause(5)) {
    quiet = isQuiet(pool) ? quiet + 1 : 0;
  }
  await orm.close(true);
}

const isQuiet = ({ totalCount, idleCount, waitingCount }: Pool): boolean =>
  totalCount === idleCount && waitingCount === 0;

/** A step written as plain SQL statements, run in one transaction. */
export function migrationStep(name: string, statements: readonly string[]): MigrationStep {
  class Step extends Migration {
    override up(): void {
      for (const statement of statements) this.addSql(statement);
    }
  }
  return { name, statements, class: Step };
}

const moves = migrationStep('m20261123-moves', feedMoves);

const writes = migrationStep('m20261124-writes', writeTables);

function countingLogger(onQuery: (sql: string) => void) {
  return {
    log() {},
    error() {},
    warn() {},
    setDebugMode() {},
    isEnabled: () => true,
    logQuery: ({ query }: { query: string }) => onQuery(query),
  };
}

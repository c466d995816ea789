import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';

import type { Constructor } from '@mikro-orm/core';
import { Migration, Migrator } from '@mikro-orm/migrations';
import { MikroORM } from '@mikro-orm/postgresql';
import type { Pool } from 'pg';

import { coverTables, feedMoves } from './feed/feed.moves.js';
import { feedSeen } from './feed/feed.seen.js';
import { feedTables } from './feed/feed.tables.js';
import { takeTurn } from './postgres/take-turn.js';
import { Problem } from './problem.js';
import { signatureTables } from './shared-signatures.js';
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

/**
 * Opens a service's database and brings it to its newest step; of several processes that open a new one at the same moment
 * one does, and the others wait for it. Throws when it cannot be reached, and a Problem where a newer version opened it
 * before; then it keeps no connection.
 */
export async function openDatabase(options: DatabaseOptions): Promise<MikroORM> {
  const orm = await connect(options);
  try {
    if (!(await isNewest(orm, options))) {
      const turn = { url: options.url, name: 'bring to the newest step' };
      await takeTurn(turn, () => orm.migrator.up());
    }
    if (hasFeed(options.migrations)) await orm.em.fork().execute(coverTables);
    return orm;
  } catch (error) {
    await orm.close(true);
    throw error;
  }
}

/** Whether every step was taken, and none that is not known here; only looks, for the migrator makes its own table first. */
async function isNewest(orm: MikroORM, { url, migrations }: DatabaseOptions): Promise<boolean> {
  const em = orm.em.fork();
  const begun = await em.execute(`select where to_regclass('mikro_orm_migrations') is not null`);
  if (begun.length === 0) return false;
  const rows = await em.execute<{ name: string }[]>('select name from mikro_orm_migrations');
  const known = new Set(allSteps(migrations).map(({ name }) => name));
  const unknown = rows.find(({ name }) => !known.has(name));
  if (unknown) throw openedByANewer(url, unknown.name);
  return new Set(rows.map(({ name }) => name)).size === known.size;
}

const openedByANewer = (url: string, step: string): Problem =>
  new Problem(
    'CONFLICT',
    `The database "${new URL(url).pathname.slice(1)}" has taken a step that this version does not know (${step}): a newer version opened it last, or it is another service's. Nothing was changed. Start that version again, or restore a backup from before it into another folder.`,
  );

/** The steps of a service and those that the kit adds to every database with a feed. */
export function allSteps(migrations: readonly MigrationStep[]): readonly MigrationStep[] {
  return hasFeed(migrations) ? [...migrations, moves, writes, seen, signatures] : migrations;
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
      // A filled database takes longer than any statement of a request may.
      this.addSql('set local statement_timeout = 0');
      for (const statement of statements) this.addSql(statement);
    }
  }
  return { name, statements, class: Step };
}

const moves = migrationStep('m20261123-moves', feedMoves);

const writes = migrationStep('m20261124-writes', writeTables);

const seen = migrationStep('m20261127-seen', feedSeen);

const signatures = migrationStep('m20261127-signatures', signatureTables);

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

import { randomUUID } from 'node:crypto';

import type { Constructor } from '@mikro-orm/core';
import { Migration, Migrator } from '@mikro-orm/migrations';
import { MikroORM } from '@mikro-orm/postgresql';

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
  return orm;
}

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
    migrations: { migrationsList: [...options.migrations], snapshot: false, silent: true },
    ...(onQuery && { debug: ['query'], loggerFactory: () => countingLogger(onQuery) }),
  });
}

/** A step written as plain SQL statements, run in one transaction. */
export function migrationStep(name: string, statements: readonly string[]): MigrationStep {
  class Step extends Migration {
    override up(): void {
      for (const statement of statements) this.addSql(statement);
    }
  }
  return { name, statements, class: Step };
}

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

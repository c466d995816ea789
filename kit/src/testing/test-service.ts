import { AsyncLocalStorage } from 'node:async_hooks';

import type { EntityManager } from '@mikro-orm/postgresql';
import { onTestFinished } from 'vitest';

import type { Caller } from '../context.js';
import { allSteps, openDatabase } from '../database.js';
import { type OpenService, type Place, openService } from '../open.js';
import { keptDatabase } from '../postgres/kept-database.js';
import type { Service } from '../service.js';

/** What a question was answered with, and how many SQL statements it took. */
export interface Asked {
  // Tests look into answers freely; the schema has already said their shape.
  // oxlint-disable-next-line typescript/no-explicit-any
  readonly data: any;
  readonly errors: readonly {
    message: string;
    path?: readonly (string | number)[];
    extensions: Record<string, unknown>;
  }[];
  readonly queries: number;
}

/** A service on an empty database of its own. */
export interface TestService {
  readonly service: OpenService;
  readonly databaseUrl: string;
  /** Asks through the subgraph's schema. */
  ask(query: string, variables?: Record<string, unknown>, caller?: Caller): Promise<Asked>;
  /** Writes rows in the order given. */
  plant(...rows: readonly object[]): Promise<void>;
  em(): EntityManager;
}

/** The moment it is in tests: Monday, 5 October 2026, 10:00 in Japan. */
export const testNow = new Date('2026-10-05T10:00:00+09:00');

/**
 * Opens a service on a migrated database without rows, and closes it when the test is over.
 * The clock stands at `testNow`.
 */
export async function openTestService(
  service: Service,
  options: Pick<Place, 'feeds' | 'onQuery'> = {},
): Promise<TestService> {
  const database = await keptDatabase({
    name: service.name,
    content: stepsOf(service),
    prepare: (url) => migrate(service, url),
  });
  const asking = new AsyncLocalStorage<Counter>();
  const open = await openService(service, {
    ...options,
    databaseUrl: database.url,
    poolSize: 3,
    now: () => testNow,
    // Only what answers a question counts: followers look at their feeds meanwhile.
    onQuery: (sql) => {
      options.onQuery?.(sql);
      const counter = asking.getStore();
      if (counter) counter.queries += 1;
    },
    log: ({ error }) =>
      process.stderr.write(`${String(error instanceof Error ? error.stack : error)}\n`),
  });
  onTestFinished(async () => {
    await open.close();
    await database.drop();
  });
  return testServiceOf(open, database.url, asking);
}

interface Counter {
  queries: number;
}

function testServiceOf(
  open: OpenService,
  databaseUrl: string,
  asking: AsyncLocalStorage<Counter>,
): TestService {
  return {
    service: open,
    databaseUrl,
    em: () => open.orm.em.fork(),
    ask: async (query, variables, caller) => {
      const counter = { queries: 0 };
      const { data, errors } = await asking.run(counter, () =>
        open.answer({ query, variables, caller }),
      );
      // Through JSON, as a gateway would read it: without prototypes and dates.
      return {
        ...(JSON.parse(JSON.stringify({ data, errors: errors ?? [] })) as Omit<Asked, 'queries'>),
        ...counter,
      };
    },
    plant: async (...rows) => {
      const em = open.orm.em.fork();
      for (const row of rows) {
        em.persist(row);
        await em.flush();
      }
    },
  };
}

async function migrate(service: Service, url: string): Promise<void> {
  const orm = await openDatabase({
    url,
    entities: service.entities,
    migrations: service.migrations,
  });
  await orm.close(true);
}

/** Text that differs whenever the tables would: the names and statements of all steps. */
function stepsOf(service: Service): string {
  return allSteps(service.migrations)
    .map((step) => `${step.name}\n${step.statements.join('\n')}`)
    .join('\n');
}

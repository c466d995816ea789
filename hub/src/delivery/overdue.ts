import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { Client } from 'pg';
import type { Logger } from 'pino';

import type { Home } from '../home/home.js';
import { markOverdue } from './mark-overdue.js';
import type { Standing } from './standing-record.js';
import { type AskService, standingsOf } from './standing.js';

/** Knows what is late or waits, and tells it: in the log when it begins and ends, and in the graph by marks. */
export class Overdue {
  standings: readonly Standing[];
  readonly #file: string;
  #marked: readonly Standing[];

  constructor(
    private readonly city: { readonly home: Home; readonly log: Logger },
    private readonly urlOf: (service: string) => string,
  ) {
    const folder = join(city.home.folder, 'deliveries');
    mkdirSync(folder, { recursive: true });
    this.#file = join(folder, 'overdue.json');
    // The file is the hub's own: what was marked and told when the city last ran.
    this.standings = existsSync(this.#file)
      ? (JSON.parse(readFileSync(this.#file, 'utf8')) as Standing[])
      : [];
    this.#marked = this.standings;
  }

  /** Looks once, at a moment. */
  async look(now: Date): Promise<void> {
    const before = this.standings;
    this.standings = await standingsOf(this.city.home, this.#ask, now);
    const { begun, ended } = changesOf(before, this.standings);
    for (const { sentence: _, ...about } of begun)
      this.city.log.warn(
        about,
        about.kind === 'LATE' ? 'a delivery is overdue' : 'a delivery waits for its owner',
      );
    for (const { department, dataset, kind } of ended)
      this.city.log.info({ department, dataset, kind }, 'a delivery is as it should be again');
    const text = JSON.stringify(this.standings);
    if (text === JSON.stringify(this.#marked)) return;
    await markOverdue(this.urlOf, this.standings);
    this.#marked = this.standings;
    writeFileSync(this.#file, text);
  }

  readonly #ask: AskService = async (service, sql) => {
    const client = new Client({ connectionString: this.urlOf(service) });
    await client.connect();
    try {
      // Who asks says what the rows are.
      return (await client.query(sql)).rows as never[];
    } finally {
      await client.end();
    }
  };
}

function changesOf(
  before: readonly Standing[],
  now: readonly Standing[],
): { begun: readonly Standing[]; ended: readonly Standing[] } {
  const key = ({ department, dataset, kind }: Standing): string =>
    `${department} ${dataset} ${kind}`;
  const [had, has] = [new Set(before.map(key)), new Set(now.map(key))];
  return {
    begun: now.filter((each) => !had.has(key(each))),
    ended: before.filter((each) => !has.has(key(each))),
  };
}

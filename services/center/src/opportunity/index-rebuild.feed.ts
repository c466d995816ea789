import { type FeedSource, takeTurn } from '@manabi/kit/feed/feed.follow';
import { coverTables } from '@manabi/kit/feed/feed.moves';
import type { EntityManager } from '@mikro-orm/postgresql';

import { dropUntold } from './index-row.repository.js';
import { indexedSources } from './index-source.rules.js';
import { applyItems } from './opportunity.feed.js';

/** In the order in which a search takes them, so that it and the swap never wait for each other. */
const generation = [
  'opportunity_search',
  'opportunity_text',
  'facility_access',
  'childcare_offer',
  'sitting_place',
  'lottery_window',
  'opportunity_entry',
];

/** What a rebuild read. */
export interface Rebuilt {
  readonly opportunities: number;
}

/**
 * Fills a new generation of the index from the beginning of these feeds and puts it in the place of the old one, in
 * one transaction: searches go on with the old one meanwhile, and what happens to this process leaves either. The
 * feeds of all indexed services must be given. Throws when one does not answer.
 */
export async function rebuildIndex(
  em: EntityManager,
  feeds: Readonly<Record<string, FeedSource>>,
): Promise<Rebuilt> {
  return em.fork().transactional(async (tx) => {
    await tx.execute(`select pg_advisory_xact_lock(hashtext('index_next'))`);
    await tx.execute('create schema index_next');
    for (const table of generation)
      await tx.execute(`create table index_next.${table} (like public.${table} including all)`);
    // Unqualified names now mean the new generation, so that it is filled by what fills the old one.
    await tx.execute('set local search_path = index_next, public');
    const reading = new Map(
      indexedSources.map((source) => [source, new Refill(tx, source, feeds[source])]),
    );
    const textIndexes = await dropTextIndexes(tx);
    for (const refill of reading.values()) await refill.toEnd();
    for (const index of textIndexes) await tx.execute(index);
    // From here the followers wait: whatever they read meanwhile is read here too before the swap.
    for (const source of indexedSources) await takeTurn(tx, source);
    for (const refill of reading.values()) await refill.finish();
    return { opportunities: await swap(tx) };
  });
}

/** Drops the text indexes of the new generation, for filling first is faster; answers the SQL that makes them. */
async function dropTextIndexes(tx: EntityManager): Promise<string[]> {
  const indexes = await tx.execute<{ schemaname: string; indexname: string; indexdef: string }[]>(
    `select schemaname, indexname, indexdef from pg_indexes
     where tablename = 'opportunity_text' and indexdef like '% USING gin %'`,
  );
  for (const { schemaname, indexname } of indexes)
    if (schemaname === 'index_next') await tx.execute(`drop index index_next.${indexname}`);
  return indexes
    .filter(({ schemaname }) => schemaname === 'public')
    .map(({ indexdef }) => indexdef.replace(' ON public.', ' ON index_next.'));
}

async function swap(tx: EntityManager): Promise<number> {
  const [{ many }] = await tx.execute<[{ many: string }]>(
    'select count(*) as many from opportunity_entry',
  );
  // Counted before anybody has to wait; nobody else counts until the swap is done.
  await tx.execute('select calendar_recount()');
  await tx.execute('select led_recount()');
  const old = generation.map((table) => `public.${table}`).join(', ');
  await tx.execute(`lock table ${old} in access exclusive mode`);
  for (const table of generation) {
    await tx.execute(`drop table public.${table}`);
    await tx.execute(`alter table index_next.${table} set schema public`);
  }
  await tx.execute('set local search_path = public');
  await tx.execute('drop schema index_next');
  await tx.execute('select calendar_watch()');
  await tx.execute('select led_watch()');
  await tx.execute(coverTables);
  return Number(many);
}

/** Reads one feed from its beginning. */
class Refill {
  #cursor: string | undefined;
  #epoch = '';

  constructor(
    private readonly tx: EntityManager,
    private readonly source: string,
    private readonly read: FeedSource | undefined,
  ) {}

  async toEnd(): Promise<void> {
    if (!this.read)
      throw new Error(`The index cannot be rebuilt without the feed of "${this.source}".`);
    for (;;) {
      const page = await this.read(this.#cursor);
      this.#cursor = page.next;
      this.#epoch = page.epoch;
      if (page.items.length === 0) return;
      await applyItems(this.tx, { source: this.source, epoch: page.epoch }, page.items);
    }
  }

  /** Reads what came meanwhile, and lets the follower go on from there. */
  async finish(): Promise<void> {
    await this.toEnd();
    await dropUntold(this.tx, { source: this.source, epoch: this.#epoch });
    await this.tx.execute(
      `insert into feed_cursor (source, epoch, cursor, read_at) values (?, ?, ?, now())
       on conflict (source) do update set epoch = excluded.epoch, cursor = excluded.cursor,
         read_at = excluded.read_at, sweeping = false`,
      [this.source, this.#epoch, this.#cursor],
    );
  }
}

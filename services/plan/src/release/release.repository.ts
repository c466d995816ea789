import { createHash } from 'node:crypto';

import type { Caller } from '@manabi/kit/context';
import type { EntityManager } from '@mikro-orm/postgresql';

import type { Snapshot } from '../snapshot/snapshot.entity.js';
import type { CanonicalQuestion } from '../statistic-table/canonical-question.js';
import type { StatisticTable } from '../statistic-table/statistic-table.entity.js';
import type { MadeTable } from '../statistic-table/table.rules.js';

/** A table that was released, as the register keeps it. */
export interface Release {
  readonly snapshot: number;
  readonly question: CanonicalQuestion;
  readonly definitions: string;
  readonly digest: string;
}

/** The digest of everything that a table says. */
export const digestOf = (table: StatisticTable): string =>
  createHash('sha256').update(JSON.stringify(table)).digest('hex');

/** Writes down once that a table was released, by which rules, and to which kind of caller. No person is kept. */
export async function recordRelease(
  em: EntityManager,
  {
    table,
    question,
    snapshot,
  }: {
    table: MadeTable;
    question: CanonicalQuestion;
    snapshot: Snapshot;
  },
  { caller, now }: { caller: Caller; now: Date },
): Promise<void> {
  const policy = { smallestCell: Math.max(snapshot.smallestCell, question.smallestCell ?? 0) };
  await em.execute(
    `insert into statistic_release (id, snapshot, question, definitions, policy, official, digest, released_at)
     values (?, ?, ?::json, ?, ?::jsonb, ?, ?, ?) on conflict (id) do nothing`,
    [
      table.id,
      snapshot.number,
      JSON.stringify(question),
      table.definitionsVersion,
      JSON.stringify(policy),
      table.official,
      digestOf(table),
      now,
    ],
  );
  await em.execute(
    `insert into statistic_reader (release_id, role, client, first_at) values (?, ?, ?, ?)
     on conflict do nothing`,
    [table.id, caller.role, caller.client ?? '', now],
  );
}

/** What the register holds of a table; null where it was never released. */
export async function releaseById(em: EntityManager, id: string): Promise<Release | null> {
  const [row] = await em.execute<Release[]>(
    `select snapshot, question, definitions, digest from statistic_release where id = ?`,
    [id],
  );
  return row ?? null;
}

/** The last hundred tables that were released: when, which, whether official, its digest and its question. */
export const latestReleases = (em: EntityManager): Promise<Record<string, string>[]> =>
  em.execute<Record<string, string>[]>(
    `select to_char(released_at at time zone 'Asia/Tokyo', 'YYYY-MM-DD HH24:MI') as at, id,
       case when official then 'official' else 'samples' end as official, left(digest, 12) as digest,
       question::text as question
     from statistic_release order by released_at desc, id limit 100`,
  );

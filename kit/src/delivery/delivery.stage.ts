import { createHash } from 'node:crypto';

import type { EntityManager } from '@mikro-orm/postgresql';

import type { DeliveredRow } from './delivery.target.js';

/** Rows written at once. */
const batchSize = 500;

/** What is delivered: rows of one data set, from one file. */
export interface Delivered {
  readonly dataset: string;
  readonly fileName: string;
  /** A full delivery withdraws what it no longer holds; a delta only adds and changes. */
  readonly mode: 'full' | 'delta';
  readonly rows: AsyncIterable<DeliveredRow> | Iterable<DeliveredRow>;
  /** Told how many rows were written so far. */
  readonly onProgress?: (rows: number) => void;
}

/**
 * Writes the rows beside the tables, in small transactions, so that memory stays flat and nobody waits. Returns the
 * number of the delivery and of its rows. Left-overs of an interrupted delivery of the same data set are removed.
 */
export async function stageDelivery(
  em: EntityManager,
  delivered: Delivered,
): Promise<{ delivery: number; rows: number }> {
  await em.execute(`delete from delivery where dataset = ? and state in ('STAGING', 'WAITING')`, [
    delivered.dataset,
  ]);
  const [{ id }] = await em.execute<[{ id: string }]>(
    `insert into delivery (dataset, mode, file_name) values (?, ?, ?) returning id`,
    [delivered.dataset, delivered.mode, delivered.fileName],
  );
  let batch: object[] = [];
  let rows = 0;
  const write = async () => {
    await writeRows(em, id, batch);
    rows += batch.length;
    batch = [];
    delivered.onProgress?.(rows);
  };
  for await (const row of delivered.rows) {
    batch.push(stagedRow(delivered.dataset, row));
    if (batch.length >= batchSize) await write();
  }
  if (batch.length > 0) await write();
  return { delivery: Number(id), rows };
}

function stagedRow(dataset: string, row: DeliveredRow): object {
  const children = row.children ?? [];
  // Where a row comes from changes with every file; only what it says decides whether it changed.
  const { provenance: _, ...said } = row.values;
  const hash = createHash('sha256')
    .update(JSON.stringify([said, children]))
    .digest('hex')
    .slice(0, 32);
  return {
    target: row.target.table,
    source_key: `${dataset}#${row.key}`,
    id: row.id,
    hash,
    data: row.values,
    children,
  };
}

async function writeRows(
  em: EntityManager,
  delivery: string,
  rows: readonly object[],
): Promise<void> {
  await em.execute(
    `insert into delivery_row (delivery_id, target, source_key, id, hash, data, children)
     select ?, target, source_key, id, hash, data, children
     from jsonb_to_recordset(?::jsonb)
       as staged (target text, source_key text, id text, hash text, data jsonb, children jsonb)
     on conflict (delivery_id, target, source_key) do nothing`,
    [delivery, JSON.stringify(rows)],
  );
}

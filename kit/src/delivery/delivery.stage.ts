import { hash } from 'node:crypto';

import type { EntityManager } from '@mikro-orm/postgresql';

import { literal } from '../postgres/literal.js';
import type { DeliveredRow } from './delivery.target.js';

/** Rows written at once. */
const batchSize = 500;

/** Rows from which on the server is told how many there are: until then it takes a table for nearly empty and compares each row with each. */
export const manyRows = 1_000;

/** What is delivered to one service: rows of one data set, from one file. */
export interface Delivered {
  readonly dataset: string;
  readonly fileName: string;
  /** A full delivery withdraws what it no longer holds; a delta only adds and changes. */
  readonly mode: 'full' | 'delta';
  /** The import of which this is one service's part. */
  readonly run: string;
}

/**
 * Takes rows beside the tables, in small transactions, so that memory stays flat and nobody waits. Left-overs of an
 * interrupted delivery of the same data set are removed.
 */
export class DeliveryStage {
  #batch: object[] = [];
  #writing: Promise<void> | undefined;
  #rows = 0;

  private constructor(
    private readonly em: EntityManager,
    private readonly dataset: string,
    readonly delivery: number,
  ) {}

  /** Opens a delivery. */
  static async open(em: EntityManager, delivered: Delivered): Promise<DeliveryStage> {
    await em.execute(`delete from delivery where dataset = ? and state = 'STAGING'`, [
      delivered.dataset,
    ]);
    const [{ id }] = await em.execute<[{ id: string }]>(
      `insert into delivery (dataset, mode, file_name, run) values (?, ?, ?, ?) returning id`,
      [delivered.dataset, delivered.mode, delivered.fileName, delivered.run],
    );
    return new DeliveryStage(em, delivered.dataset, Number(id));
  }

  /** Rows taken so far. */
  get rows(): number {
    return this.#rows;
  }

  /** Takes one row; settles when it may be followed by another. */
  async take(row: DeliveredRow): Promise<void> {
    this.#rows += 1;
    await this.#hold(stagedRow(this.dataset, row));
  }

  /** Says that the file names a row but that it could not be read: a full delivery leaves it as it stands. */
  async keep(key: string): Promise<void> {
    const kept = { target: '', id: '', hash: '', data: {}, children: [] };
    await this.#hold({ ...kept, source_key: `${this.dataset}#${key}` });
  }

  /** Writes what is still held. */
  async flush(): Promise<void> {
    await this.#write();
    await this.#writing;
    if (this.#rows >= manyRows) await this.em.execute('analyze delivery_row');
  }

  async #hold(staged: object): Promise<void> {
    this.#batch.push(staged);
    if (this.#batch.length >= batchSize) await this.#write();
  }

  /** Begins to write a batch once the one before is written, so that reading goes on meanwhile. */
  async #write(): Promise<void> {
    await this.#writing;
    const rows = this.#batch.splice(0);
    this.#writing = rows.length > 0 ? writeRows(this.em, this.delivery, rows) : undefined;
    // Whoever takes the next batch or flushes hears of a failure; nobody else may die of it meanwhile.
    this.#writing?.catch(() => {});
  }
}

function stagedRow(dataset: string, row: DeliveredRow): object {
  const children = row.children ?? [];
  // Where a row comes from changes with every file; only what it says decides whether it changed.
  const { provenance: _, ...said } = row.values;
  return {
    target: row.target.table,
    source_key: `${dataset}#${row.key}`,
    id: row.id,
    hash: hash('sha256', JSON.stringify([said, children]), 'hex').slice(0, 32),
    data: row.values,
    children,
  };
}

async function writeRows(
  em: EntityManager,
  delivery: number,
  rows: readonly object[],
): Promise<void> {
  await em.execute(
    `insert into delivery_row (delivery_id, target, source_key, id, hash, data, children)
     select ${delivery}, target, source_key, id, hash, data, children
     from jsonb_to_recordset(${literal(JSON.stringify(rows))}::jsonb)
       as staged (target text, source_key text, id text, hash text, data jsonb, children jsonb)
     on conflict (delivery_id, target, source_key) do nothing`,
    [],
    'run',
  );
}

import type { EntityManager } from '@mikro-orm/postgresql';

import { writeChildren } from './delivery.children.js';
import { manyRows } from './delivery.stage.js';
import type { DeliveryCounts, DeliveryTarget } from './delivery.target.js';

/** Share of a data set that a full delivery may withdraw without being asked about. */
export const withdrawalLimit = 0.05;

/** Tells whether a delivery withdraws so much that somebody should look first. */
export function withdrawsTooMuch(counts: readonly DeliveryCounts[]): boolean {
  const sum = (name: 'withdrawn' | 'present') =>
    counts.reduce((total, each) => total + each[name], 0);
  return sum('withdrawn') > sum('present') * withdrawalLimit;
}

/** Tells what a staged delivery would do; changes nothing. */
export async function previewDelivery(
  em: EntityManager,
  targets: readonly DeliveryTarget[],
  delivery: number,
): Promise<DeliveryCounts> {
  const step = await openStep(em, delivery);
  for (const target of targets) await keepIds(step, target);
  return totalOf(await eachTarget(step, targets));
}

/** Swaps a staged delivery in, all of it or nothing, as `swapIn` does, in a transaction of its own. */
export async function applyDelivery(
  em: EntityManager,
  targets: readonly DeliveryTarget[],
  delivery: number,
): Promise<DeliveryCounts> {
  return em.transactional((tx) => swapIn(tx, targets, delivery));
}

/**
 * Swaps a staged delivery in, within the transaction given: new rows are added, changed ones changed, and what a full
 * delivery no longer holds is withdrawn, not deleted. One that was swapped in before is left alone.
 */
export async function swapIn(
  tx: EntityManager,
  targets: readonly DeliveryTarget[],
  delivery: number,
): Promise<DeliveryCounts> {
  await lockDataset(tx, delivery);
  // Read behind the lock: who held it may have swapped this very delivery in.
  const step = await openStep(tx, delivery);
  if (step.state !== 'STAGING') return nothing;
  for (const target of targets) await keepIds(step, target);
  const counts = await eachTarget(step, targets);
  for (const [at, target] of targets.entries()) {
    const rows = touchedRows(counts[at] ?? nothing);
    if (rows > 0) await writeTarget(step, { target, rows });
  }
  const total = totalOf(counts);
  await close(step, touchedRows(total) > 0 ? 'APPLIED' : 'UNCHANGED', total);
  return total;
}

/** Makes all that changes the data set of a delivery take turns, until the transaction ends. */
export async function lockDataset(em: EntityManager, delivery: number): Promise<void> {
  await em.execute(
    `select pg_advisory_xact_lock(hashtext('delivery ' || dataset)) from delivery where id = ?`,
    [delivery],
  );
}

const nothing: DeliveryCounts = { added: 0, changed: 0, unchanged: 0, withdrawn: 0, present: 0 };

const touchedRows = ({ added, changed, withdrawn }: DeliveryCounts): number =>
  added + changed + withdrawn;

interface Step {
  readonly em: EntityManager;
  readonly delivery: number;
  readonly dataset: string;
  readonly full: boolean;
  readonly state: string;
}

async function openStep(em: EntityManager, delivery: number): Promise<Step> {
  const [{ dataset, mode, state }] = await em.execute<
    [{ dataset: string; mode: string; state: string }]
  >(`select dataset, mode, state from delivery where id = ?`, [delivery]);
  return { em, delivery, dataset, full: mode === 'full', state };
}

async function eachTarget(
  step: Step,
  targets: readonly DeliveryTarget[],
): Promise<DeliveryCounts[]> {
  const counts: DeliveryCounts[] = [];
  for (const target of targets) counts.push(await countTarget(step, target));
  return counts;
}

function totalOf(counts: readonly DeliveryCounts[]): DeliveryCounts {
  const sum = (name: keyof DeliveryCounts) => counts.reduce((total, each) => total + each[name], 0);
  return {
    added: sum('added'),
    changed: sum('changed'),
    unchanged: sum('unchanged'),
    withdrawn: sum('withdrawn'),
    present: sum('present'),
  };
}

/** A row that was delivered before keeps its id, whatever id the new file would give it. */
async function keepIds({ em, delivery }: Step, { table, key }: DeliveryTarget): Promise<void> {
  await em.execute(
    `update delivery_row s set id = t.${key} from ${table} t
     where s.delivery_id = ? and s.target = ? and t.source_key = s.source_key and s.id <> t.${key}`,
    [delivery, table],
  );
}

const isChanged = `t.source_hash is distinct from s.hash or t.withdrawn_at is not null`;

async function countTarget(step: Step, target: DeliveryTarget): Promise<DeliveryCounts> {
  const { table, key } = target;
  const [counts] = await step.em.execute<[Record<'added' | 'changed' | 'unchanged', string>]>(
    `select count(*) filter (where t.${key} is null) as added,
       count(*) filter (where t.${key} is not null and (${isChanged})) as changed,
       count(*) filter (where t.${key} is not null and not (${isChanged})) as unchanged
     from delivery_row s left join ${table} t on t.${key} = s.id
     where s.delivery_id = ? and s.target = ?`,
    [step.delivery, table],
  );
  const { missing, present } = await countMissing(step, target);
  return {
    added: Number(counts.added),
    changed: Number(counts.changed),
    unchanged: Number(counts.unchanged),
    withdrawn: missing,
    present,
  };
}

/** A row of the data set that stands and is not over. */
const isPresent = ({ over = [] }: DeliveryTarget): string =>
  `t.withdrawn_at is null and starts_with(t.source_key, ?)${
    over.length === 0
      ? ''
      : ` and coalesce(coalesce(${over.map((column) => `t.${column}`).join(', ')}) >= now(), true)`
  }`;

/**
 * A row that the file names now belongs in the table that it is staged for; one that could not be read, in any, and so
 * do all that one row of the file stands for (key/part).
 */
const isMissing = (target: DeliveryTarget): string => `${isPresent(target)}
  and not exists (select from delivery_row s where s.delivery_id = ? and s.source_key = t.source_key
    and s.target in ('${target.table}', ''))
  and not exists (select from delivery_row s where s.delivery_id = ? and s.target = ''
    and s.source_key = substring(t.source_key from '^(.*)/'))`;

/** The values of such a condition. */
const missingValues = ({ dataset, delivery }: Step): unknown[] => [
  `${dataset}#`,
  delivery,
  delivery,
];

async function countMissing(
  step: Step,
  target: DeliveryTarget,
): Promise<{ missing: number; present: number }> {
  if (!step.full) return { missing: 0, present: 0 };
  const [found] = await step.em.execute<[{ missing: string; present: string }]>(
    `select count(*) filter (where ${isMissing(target)}) as missing, count(*) as present
     from ${target.table} t where ${isPresent(target)}`,
    [...missingValues(step), `${step.dataset}#`],
  );
  return { missing: Number(found.missing), present: Number(found.present) };
}

async function writeTarget(
  step: Step,
  { target, rows }: { target: DeliveryTarget; rows: number },
): Promise<void> {
  await rememberBefore(step, target);
  if (rows >= manyRows) await step.em.execute('analyze delivery_undo');
  const { table, key, columns, merged = {} } = target;
  // First, for what is withdrawn may make room for what comes: two bookings of one room never overlap.
  if (step.full)
    await step.em.execute(
      `update ${table} t set withdrawn_at = now() where ${isMissing(target)}`,
      missingValues(step),
    );
  const set = [...columns, 'source_key', 'source_hash', 'withdrawn_at'];
  await step.em.execute(
    `insert into ${table} (${[key, ...set].join(', ')})
     select s.id, ${columns.map((column) => `r.${column}`).join(', ')}, s.source_key, s.hash, null
     from delivery_row s
     cross join lateral jsonb_populate_record(null::${table}, s.data) r
     left join ${table} t on t.${key} = s.id
     where s.delivery_id = ? and s.target = ? and (t.${key} is null or ${isChanged})
     on conflict (${key}) do update set ${set.map((column) => `${column} = ${merged[column] ?? `excluded.${column}`}`).join(', ')}`,
    [step.delivery, table],
  );
  if (target.child) await writeChildren(step, { table, child: target.child });
}

/** Keeps what stood there, so that the delivery can be undone: the whole row, or nothing where it was added. */
async function rememberBefore(step: Step, target: DeliveryTarget): Promise<void> {
  const { table, key, child } = target;
  const children = child
    ? `coalesce((select jsonb_agg(to_jsonb(c)) from ${child.table} c where c.${child.parent} = t.${key}), '[]')`
    : `'[]'::jsonb`;
  await step.em.execute(
    `insert into delivery_undo (delivery_id, target, id, before, children)
     select s.delivery_id, s.target, s.id, to_jsonb(t), ${children}
     from delivery_row s left join ${table} t on t.${key} = s.id
     where s.delivery_id = ? and s.target = ? and (t.${key} is null or ${isChanged})`,
    [step.delivery, table],
  );
  if (!step.full) return;
  await step.em.execute(
    `insert into delivery_undo (delivery_id, target, id, before, children)
     select ?, ?, t.${key}, to_jsonb(t), ${children} from ${table} t where ${isMissing(target)}
     on conflict do nothing`,
    [step.delivery, table, ...missingValues(step)],
  );
}

async function close(
  step: Step,
  state: 'APPLIED' | 'UNCHANGED',
  counts: DeliveryCounts,
): Promise<void> {
  await step.em.execute(
    `update delivery set state = ?, finished_at = now(), added = ?, changed = ?, unchanged = ?, withdrawn = ?
     where id = ?`,
    [state, counts.added, counts.changed, counts.unchanged, counts.withdrawn, step.delivery],
  );
  await step.em.execute(`delete from delivery_row where delivery_id = ?`, [step.delivery]);
}

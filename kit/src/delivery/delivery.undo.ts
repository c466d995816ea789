import type { EntityManager } from '@mikro-orm/postgresql';

import { Problem } from '../problem.js';
import { lockDataset } from './delivery.apply.js';
import type { DeliveryTarget } from './delivery.target.js';

interface Undoable {
  id: string;
  dataset: string;
  state: string;
  later: string;
}

/**
 * Puts back what stood before a delivery: changed and withdrawn rows as they were, added ones withdrawn. A row of
 * which another data set spoke since is that one's and stays. Refuses a delivery that did nothing, and one after
 * which the same data set was delivered again. Returns how many rows it touched.
 */
export async function undoDelivery(
  em: EntityManager,
  targets: readonly DeliveryTarget[],
  delivery: number,
): Promise<number> {
  return em.transactional(async (tx) => {
    await lockDataset(tx, delivery);
    await requireUndoable(tx, delivery);
    let rows = 0;
    for (const target of targets) {
      await leaveOthers(tx, target, delivery);
      rows += await putBack(tx, target, delivery);
    }
    await tx.execute(`update delivery set state = 'UNDONE', finished_at = now() where id = ?`, [
      delivery,
    ]);
    await tx.execute(`delete from delivery_undo where delivery_id = ?`, [delivery]);
    return rows;
  });
}

async function requireUndoable(em: EntityManager, delivery: number): Promise<void> {
  const [found] = await em.execute<Undoable[]>(
    `select id, dataset, state, (select count(*) from delivery l
       where l.dataset = d.dataset and l.id > d.id and l.state = 'APPLIED') as later
     from delivery d where id = ? for update`,
    [delivery],
  );
  if (!found) {
    throw new Problem(
      'NOT_FOUND',
      `There is no delivery ${delivery} here. List the deliveries to find its number.`,
    );
  }
  if (found.state !== 'APPLIED') {
    throw new Problem(
      'CONFLICT',
      `Delivery ${delivery} is ${found.state}: it holds nothing to undo.`,
    );
  }
  if (Number(found.later) > 0) {
    throw new Problem(
      'CONFLICT',
      `"${found.dataset}" was delivered ${found.later} times after delivery ${delivery}. Undo the latest first.`,
    );
  }
}

/** Forgets what stood before in rows that another data set has taken over. */
async function leaveOthers(
  em: EntityManager,
  { table, key }: DeliveryTarget,
  delivery: number,
): Promise<void> {
  await em.execute(
    `delete from delivery_undo u using delivery d, ${table} t
     where u.delivery_id = ? and u.target = ? and d.id = u.delivery_id and t.${key} = u.id
       and not starts_with(t.source_key, d.dataset || '#')`,
    [delivery, table],
  );
}

async function putBack(
  em: EntityManager,
  target: DeliveryTarget,
  delivery: number,
): Promise<number> {
  const { table, key, columns, child } = target;
  const set = [...columns, 'source_key', 'source_hash', 'withdrawn_at'];
  const changed = await em.execute<{ id: string }[]>(
    `update ${table} t set ${set.map((column) => `${column} = r.${column}`).join(', ')}
     from delivery_undo u cross join lateral jsonb_populate_record(null::${table}, u.before) r
     where u.delivery_id = ? and u.target = ? and u.before is not null and t.${key} = u.id
     returning t.${key} as id`,
    [delivery, table],
  );
  const added = await em.execute<{ id: string }[]>(
    `update ${table} t set withdrawn_at = now(), source_hash = null
     from delivery_undo u where u.delivery_id = ? and u.target = ? and u.before is null and t.${key} = u.id
     returning t.${key} as id`,
    [delivery, table],
  );
  if (child) {
    const replaced = `select id from delivery_undo where delivery_id = ? and target = ? and before is not null`;
    await em.execute(`delete from ${child.table} where ${child.parent} in (${replaced})`, [
      delivery,
      table,
    ]);
    await em.execute(
      `insert into ${child.table} select c.*
       from delivery_undo u cross join lateral jsonb_populate_recordset(null::${child.table}, u.children) c
       where u.delivery_id = ? and u.target = ? and u.before is not null`,
      [delivery, table],
    );
  }
  return changed.length + added.length;
}

import type { EntityManager } from '@mikro-orm/postgresql';

import type { DeliveredChild } from './delivery.target.js';

/** A delivery that is being written. */
interface Staged {
  readonly em: EntityManager;
  readonly delivery: number;
}

/** The rows that come with those that this delivery changed; what somebody changed of them by hand stays where the target says how it is known. */
export async function writeChildren(
  step: Staged,
  { table, child }: { table: string; child: DeliveredChild },
): Promise<void> {
  const { parent, columns, byHand } = child;
  const ofDelivery = [step.delivery, table];
  const touched = `select id from delivery_undo where delivery_id = ? and target = ?`;
  const staged = `select id from delivery_row where delivery_id = ? and target = ?`;
  const said = `jsonb_populate_recordset(null::${child.table}, s.children) c`;
  const isSaid = `exists (select from delivery_row s cross join lateral ${said}
    where s.delivery_id = ? and s.target = ? and s.id = e.${parent} and ${byHand?.isSame})`;
  await step.em.execute(
    `delete from ${child.table} e where ${parent} in (${touched}) and ${parent} in (${staged})
     ${byHand ? `and (${byHand.stays}) is not true and not ${isSaid}` : ''}`,
    [...ofDelivery, ...ofDelivery, ...(byHand ? ofDelivery : [])],
  );
  await followFile(step, { table, child });
  await step.em.execute(
    `insert into ${child.table} (${parent}, ${columns.join(', ')})
     select s.id, ${columns.map((column) => `c.${column}`).join(', ')}
     from delivery_row s cross join lateral ${said}
     where s.delivery_id = ? and s.target = ? and s.id in (${touched})
     ${byHand ? `and not exists (select from ${child.table} e where e.${parent} = s.id and ${byHand.isSame})` : ''}`,
    [...ofDelivery, ...ofDelivery],
  );
}

/** Brings the rows that stand to what the file says now, but for what somebody changed by hand. */
async function followFile(
  step: Staged,
  { table, child }: { table: string; child: DeliveredChild },
): Promise<void> {
  const said = child.byHand?.said;
  if (!said) return;
  const { column, of, key } = said;
  const next = of.map(
    (name) =>
      `case when e.${name}::text is not distinct from e.${column} ->> '${name}' then c.${name} else e.${name} end`,
  );
  const columns = [...of, column];
  const values = [...next, `c.${column}`];
  await step.em.execute(
    `update ${child.table} e set ${columns.map((name, at) => `${name} = ${values[at]}`).join(', ')}
     from delivery_row s
     cross join lateral jsonb_populate_recordset(null::${child.table}, s.children) c
     where s.delivery_id = ? and s.target = ? and s.id = e.${child.parent} and c.${key} = e.${key}
       and e.${column} is distinct from c.${column}
       and s.id in (select id from delivery_undo where delivery_id = ? and target = ?)`,
    [step.delivery, table, step.delivery, table],
  );
}

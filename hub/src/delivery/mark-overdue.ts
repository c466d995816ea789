import type { DeliveryTarget } from '@manabi/kit/delivery/delivery.target';
import { Client } from 'pg';

import { allTargets } from '../import/import-places.js';
import type { Standing } from './standing-record.js';
import { servicesHolding } from './standing.js';

/** Records that are marked in one transaction, so that nobody waits for all of them. */
const batch = 5_000;

/**
 * Marks in the departments' databases what is overdue, so that everybody who asks reads it as stale, and takes the mark from what is so no
 * longer. The marks travel by the feeds as every change does. Returns how many records it touched.
 */
export async function markOverdue(
  urlOf: (service: string) => string,
  standings: readonly Standing[],
): Promise<number> {
  let touched = 0;
  for (const [service, targets] of allTargets) {
    const here = standings.filter(({ department }) =>
      servicesHolding(department).includes(service),
    );
    const client = new Client({ connectionString: urlOf(service) });
    await client.connect();
    try {
      for (const target of targets) touched += await markTable(client, target, here);
    } finally {
      await client.end();
    }
  }
  return touched;
}

async function markTable(
  client: Client,
  { table, key, columns }: DeliveryTarget,
  standings: readonly Standing[],
): Promise<number> {
  if (!columns.includes('provenance')) return 0;
  const marks = standings.map(({ dataset, since }) => ({ prefix: `${dataset}#`, since }));
  const text = `with m as (select * from jsonb_to_recordset($1::jsonb) as m (prefix text, since text)),
    wrong as (
      select t.${key} as id, (select min(m.since) from m where starts_with(t.source_key, m.prefix)) as since
      from ${table} t
      where t.withdrawn_at is null and t.source_key is not null
        and (t.provenance ? 'overdueSince' or exists (select from m where starts_with(t.source_key, m.prefix)))
    )
    update ${table} t set provenance = case when w.since is null then t.provenance - 'overdueSince'
        else t.provenance || jsonb_build_object('overdueSince', w.since) end
    from (select * from wrong where since is distinct from
      (select p.provenance ->> 'overdueSince' from ${table} p where p.${key} = wrong.id) limit ${batch}) w
    where t.${key} = w.id`;
  let touched = 0;
  for (;;) {
    const { rowCount } = await client.query(text, [JSON.stringify(marks)]);
    touched += rowCount ?? 0;
    if ((rowCount ?? 0) < batch) return touched;
  }
}

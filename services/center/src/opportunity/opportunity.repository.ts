import type { EntityManager } from '@mikro-orm/postgresql';

import type { Reading } from './opportunity.entity.js';

/** The type of the graph to which an id belongs. */
export interface KnownOpportunity {
  readonly id: string;
  readonly kind: string;
}

/** The kinds of the opportunities with these ids, also of what was cancelled or withdrawn; in no order. */
export function opportunitiesByIds(
  em: EntityManager,
  ids: readonly string[],
): Promise<KnownOpportunity[]> {
  return em.execute<KnownOpportunity[]>(
    'select id, kind from opportunity_entry where id = any(array[?]::text[])',
    [ids],
  );
}

/** Seconds of silence after which a department counts as behind; followers look every second. */
const silence = 10;

/** How far each of these services was read, in their order. */
export async function readingsOf(
  em: EntityManager,
  sources: readonly string[],
): Promise<Reading[]> {
  const rows = await em.execute<
    { source: string; read_at: string; seconds: number; sweeping: boolean; position: string }[]
  >(
    `select source, read_at::text as read_at, sweeping, md5(epoch || ' ' || cursor) as position,
       greatest(0, extract(epoch from now() - read_at))::integer as seconds from feed_cursor`,
  );
  const known = new Map(rows.map((row) => [row.source, row]));
  return sources.map((department) => {
    const row = known.get(department);
    if (!row) return { department, readAt: null, behind: null, isBehind: true, position: null };
    const isBehind = row.sweeping || row.seconds > silence;
    const readAt = new Date(row.read_at);
    return { department, readAt, behind: row.seconds, isBehind, position: row.position };
  });
}

import type { EntityManager } from '@mikro-orm/postgresql';

import type { Reading } from './opportunity.entity.js';
import { type ReadingRow, readingRows } from './reading.search.js';

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
  return readingsAmong(await em.execute<ReadingRow[]>(readingRows), sources);
}

/** The same of rows that were read already. */
export function readingsAmong(rows: readonly ReadingRow[], sources: readonly string[]): Reading[] {
  const known = new Map(rows.map((row) => [row.source, row]));
  return sources.map((department) => {
    const row = known.get(department);
    if (!row) return { department, readAt: null, behind: null, isBehind: true, position: null };
    const { position, seconds, sweeping } = row;
    const behind = seconds - (seconds % silence);
    const isBehind = sweeping || seconds > silence;
    return { department, readAt: new Date(row.read_at), behind, isBehind, position };
  });
}

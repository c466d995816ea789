import type { EntityManager } from '@mikro-orm/postgresql';

/** What the index knows of an opportunity that somebody learned from. */
export interface ToldOpportunity {
  readonly title: string;
  readonly department: string;
}

/** The title of an opportunity and who offered it, also when it is over; null where the index knows no such id. */
export async function toldOpportunity(
  em: EntityManager,
  id: string,
): Promise<ToldOpportunity | null> {
  const [row] = await em.execute<ToldOpportunity[]>(
    `select data -> 'title' ->> 'ja' as title, data -> 'provenance' ->> 'department' as department
     from opportunity_entry where id = ?`,
    [id],
  );
  return row ?? null;
}

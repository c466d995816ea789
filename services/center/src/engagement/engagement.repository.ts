import type { EntityManager } from '@mikro-orm/postgresql';

/** What a person led in one department, by what the index has read. */
export interface Engagement {
  readonly personId: string;
  readonly department: string;
  readonly times: number;
  readonly lastAt: Date | null;
}

/** For whom these people led something, withdrawn ones left out; by person and department, one query. */
export async function engagementsOf(
  em: EntityManager,
  personIds: readonly string[],
): Promise<Engagement[]> {
  const rows = await em.execute<
    { person_id: string; department: string; times: string; last_at: string | null }[]
  >(
    `select person.id as person_id, entry.data -> 'provenance' ->> 'department' as department,
       count(*) as times, max(entry.data ->> 'endsAt') as last_at
     from unnest(array[?]::text[]) as person (id)
     join opportunity_entry entry on entry.data -> 'leaderIds' @> to_jsonb(person.id)
       and not entry.withdrawn
     group by 1, 2 order by 1, 2`,
    [personIds],
  );
  return rows.map((row) => ({
    personId: row.person_id,
    department: row.department,
    times: Number(row.times),
    lastAt: row.last_at === null ? null : new Date(row.last_at),
  }));
}

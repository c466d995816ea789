import type { EntityManager } from '@mikro-orm/postgresql';

/** How strict the city itself wants to be; the rule for its size holds all the same. */
export async function ownSmallestCell(em: EntityManager): Promise<number> {
  const [row] = await em.execute<{ cell: number }[]>(
    `select smallest_cell as cell from statistic_policy`,
  );
  return row?.cell ?? 0;
}

/** Holds back fewer people than this from the next sealing on, where that is stricter than the rule. */
export async function setSmallestCell(em: EntityManager, cell: number): Promise<void> {
  await em.execute(
    `insert into statistic_policy (smallest_cell) values (?)
     on conflict (single) do update set smallest_cell = excluded.smallest_cell`,
    [cell],
  );
}

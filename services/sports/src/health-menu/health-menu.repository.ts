import type { EntityManager } from '@mikro-orm/postgresql';

import { HealthMenu } from './health-menu.entity.js';

/** The menus with these ids, in no order. */
export function healthMenusByIds(em: EntityManager, ids: readonly string[]): Promise<HealthMenu[]> {
  return em.find(HealthMenu, { id: { $in: [...ids] } });
}

/** Up to so many menus that were not given up, in the order of their ids, those after an id where one is given. */
export function healthMenusAfter(
  em: EntityManager,
  { after, limit }: { after: string | null; limit: number },
): Promise<HealthMenu[]> {
  const where = after === null ? {} : { id: { $gt: after } };
  return em.find(HealthMenu, { ...where, withdrawnAt: null }, { orderBy: { id: 'asc' }, limit });
}

/** A menu with a class in which it is practised. */
export interface MenuOfClass {
  readonly classId: string;
  readonly menu: HealthMenu;
}

/** The menus that are practised in these classes. One query. */
export async function menusOfClasses(
  em: EntityManager,
  classIds: readonly string[],
): Promise<MenuOfClass[]> {
  const rows = await em.execute<({ class_id: string } & object)[]>(
    `select menu.*, asked.id as class_id from jsonb_array_elements_text(?::jsonb) asked (id)
     join health_menu menu on menu.class_ids @> array[asked.id] and menu.withdrawn_at is null
     order by menu.id`,
    [JSON.stringify(classIds)],
  );
  return rows.map(({ class_id, ...row }) => ({ classId: class_id, menu: em.map(HealthMenu, row) }));
}

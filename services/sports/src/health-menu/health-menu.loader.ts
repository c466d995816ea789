import { type LoaderOf, many, one } from '@manabi/kit/batch';

import type { HealthMenu } from './health-menu.entity.js';
import { type MenuOfClass, healthMenusByIds, menusOfClasses } from './health-menu.repository.js';

export const healthMenuById: LoaderOf<string, HealthMenu | null> = (em) =>
  one(
    (ids) => healthMenusByIds(em, ids),
    ({ id }) => id,
  );

export const menusOfClass: LoaderOf<string, MenuOfClass[]> = (em) =>
  many(
    (ids) => menusOfClasses(em, ids),
    ({ classId }) => classId,
  );

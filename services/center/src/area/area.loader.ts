import { type LoaderOf, one } from '@manabi/kit/batch';

import type { Area } from './area.entity.js';
import { areasByCodes } from './area.repository.js';

export const areaByCode: LoaderOf<string, Area | null> = (em) =>
  one(
    (codes) => areasByCodes(em, codes),
    ({ code }) => code,
  );

import { type LoaderOf, many } from '@manabi/kit/batch';
import type { PageOf } from '@manabi/kit/connection/connection-type';

import type { Paged } from '../listed/listed.repository.js';
import type { Title } from '../title/title.entity.js';
import { titlesOfProperties } from './local-materials.repository.js';

export const titlesOfProperty: LoaderOf<PageOf, Paged<Title>[]> = (em) =>
  many(
    (pages) => titlesOfProperties(em, pages),
    ({ page }) => page,
  );

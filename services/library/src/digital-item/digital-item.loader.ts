import { type LoaderOf, many, one } from '@manabi/kit/batch';
import type { PageOf } from '@manabi/kit/connection/connection-type';

import type { Paged } from '../listed/listed.repository.js';
import { recordsOfNdcs } from '../ndc/ndc.repository.js';
import type { DigitalItem } from './digital-item.entity.js';
import { itemTable, itemsByIds, itemsOfProperties } from './digital-item.repository.js';

export const itemById: LoaderOf<string, DigitalItem | null> = (em) =>
  one(
    (ids) => itemsByIds(em, ids),
    ({ id }) => id,
  );

export const itemsOfNdc: LoaderOf<PageOf, Paged<DigitalItem>[]> = (em) =>
  many(
    (pages) => recordsOfNdcs(em, itemTable, pages),
    ({ page }) => page,
  );

export const itemsOfProperty: LoaderOf<PageOf, Paged<DigitalItem>[]> = (em) =>
  many(
    (pages) => itemsOfProperties(em, pages),
    ({ page }) => page,
  );

import { type LoaderOf, many, one } from '@manabi/kit/batch';
import type { PageOf } from '@manabi/kit/connection/connection-type';

import type { Paged } from '../listed/listed.repository.js';
import { recordsOfNdcs } from '../ndc/ndc.repository.js';
import type { BookSet } from './book-set.entity.js';
import { bookSetsByIds, setTable } from './book-set.repository.js';

export const bookSetById: LoaderOf<string, BookSet | null> = (em) =>
  one(
    (ids) => bookSetsByIds(em, ids),
    ({ id }) => id,
  );

export const bookSetsOfNdc: LoaderOf<PageOf, Paged<BookSet>[]> = (em) =>
  many(
    (pages) => recordsOfNdcs(em, setTable, pages),
    ({ page }) => page,
  );

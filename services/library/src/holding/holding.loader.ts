import { type LoaderOf, many, one } from '@manabi/kit/batch';

import type { Holding } from './holding.entity.js';
import {
  type CopiesOfTitle,
  copiesOfTitles,
  holdingsByIds,
  holdingsOfTitles,
} from './holding.repository.js';

export const holdingById: LoaderOf<string, Holding | null> = (em) =>
  one(
    (ids) => holdingsByIds(em, ids),
    (holding) => holding.id,
  );

export const holdingsOfTitle: LoaderOf<string, Holding[]> = (em) =>
  many(
    (bibIds) => holdingsOfTitles(em, bibIds),
    (holding) => holding.bibId,
  );

export const copiesOfTitle: LoaderOf<string, CopiesOfTitle | null> = (em) =>
  one(
    (bibIds) => copiesOfTitles(em, bibIds),
    (copies) => copies.bibId,
  );

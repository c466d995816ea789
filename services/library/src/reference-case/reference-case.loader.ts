import { type LoaderOf, many, one } from '@manabi/kit/batch';
import type { PageOf } from '@manabi/kit/connection/connection-type';

import type { Paged } from '../listed/listed.repository.js';
import { recordsOfNdcs } from '../ndc/ndc.repository.js';
import type { ReferenceCase } from './reference-case.entity.js';
import {
  type CitingCase,
  caseTable,
  casesByIds,
  casesCiting,
} from './reference-case.repository.js';

export const caseById: LoaderOf<string, ReferenceCase | null> = (em) =>
  one(
    (ids) => casesByIds(em, ids),
    ({ id }) => id,
  );

export const casesOfNdc: LoaderOf<PageOf, Paged<ReferenceCase>[]> = (em) =>
  many(
    (pages) => recordsOfNdcs(em, caseTable, pages),
    ({ page }) => page,
  );

export const casesCitingIsbn: LoaderOf<string, CitingCase[]> = (em) =>
  many(
    (isbns) => casesCiting(em, isbns),
    ({ isbn }) => isbn,
  );

import { type LoaderOf, many, one } from '@manabi/kit/batch';

import type { Title } from './title.entity.js';
import {
  type PagedTitle,
  type TitlesOfNdc,
  titlesByBibIds,
  titlesByIsbns,
  titlesOfNdcs,
} from './title.repository.js';

export const titleByBibId: LoaderOf<string, Title | null> = (em) =>
  one(
    (bibIds) => titlesByBibIds(em, bibIds),
    (title) => title.bibId,
  );

export const titleByIsbn: LoaderOf<string, Title | null> = (em) =>
  one(
    (isbns) => titlesByIsbns(em, isbns),
    // Only titles with one of the ISBNs that were asked for are fetched.
    (title) => title.isbn ?? '',
  );

export const titlesOfNdc: LoaderOf<TitlesOfNdc, PagedTitle[]> = (em) =>
  many(
    (pages) => titlesOfNdcs(em, pages),
    ({ page }) => page,
  );

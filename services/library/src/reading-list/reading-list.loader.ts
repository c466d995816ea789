import { type LoaderOf, many } from '@manabi/kit/batch';

import { type ReadingRow, type ReadingWish, readingLists } from './reading-list.repository.js';

export const readingList: LoaderOf<ReadingWish, ReadingRow[]> = (em) =>
  many(
    (wishes) => readingLists(em, wishes),
    ({ wish }) => wish,
  );

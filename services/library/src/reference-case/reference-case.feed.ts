import type { Publisher } from '@manabi/kit/feed/publisher';
import { publishRecord } from '@manabi/kit/feed/record.published';

import { casesByIds } from './reference-case.repository.js';

/** Tells reference cases to followers, in the words that residents read; what was asked is their title. */
export const publishReferenceCases: Publisher = async (em, ids) =>
  new Map(
    (await casesByIds(em, ids)).map((row) => {
      const { question, answer, keywords, answeredOn } = row;
      const told = { title: question, answer, keywords: keywords ?? [], answeredOn };
      return [row.id, publishRecord(row, told)];
    }),
  );

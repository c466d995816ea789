import type { PublishedData, Publisher } from '@manabi/kit/feed/publisher';

import type { ReferenceCase } from './reference-case.entity.js';
import { casesByIds } from './reference-case.repository.js';

/** Tells reference cases to followers, in the words that residents read. */
export const publishReferenceCases: Publisher = async (em, ids) =>
  new Map((await casesByIds(em, ids)).map((row) => [row.id, told(row)]));

const told = (row: ReferenceCase): PublishedData => ({
  question: row.question,
  answer: row.answer,
  keywords: row.keywords ?? [],
  subjectKeys: row.subjectKeys,
  answeredOn: row.answeredOn ?? null,
  withdrawnAt: row.withdrawnAt?.toISOString() ?? null,
  provenance: row.provenance,
});

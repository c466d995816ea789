import type { PublishedData, Publisher } from '@manabi/kit/feed/publisher';

import type { DigitalItem } from './digital-item.entity.js';
import { itemsByIds } from './digital-item.repository.js';

/** Tells digitised items to followers, in the words that residents read. */
export const publishDigitalItems: Publisher = async (em, ids) =>
  new Map((await itemsByIds(em, ids)).map((row) => [row.id, told(row)]));

const told = (row: DigitalItem): PublishedData => ({
  kind: row.kind ?? null,
  title: row.title,
  creator: row.creator ?? null,
  madeIn: row.madeIn ?? null,
  year: row.year ?? null,
  rights: row.rights ?? null,
  url: row.url ?? null,
  culturalPropertyCodes: row.heritageCodes,
  subjectKeys: row.subjectKeys,
  withdrawnAt: row.withdrawnAt?.toISOString() ?? null,
  provenance: row.provenance,
});

import type { Publisher } from '@manabi/kit/feed/publisher';
import { publishRecord } from '@manabi/kit/feed/record.published';

import { itemsByIds } from './digital-item.repository.js';

/** Tells digitised items to followers, in the words that residents read. */
export const publishDigitalItems: Publisher = async (em, ids) =>
  new Map(
    (await itemsByIds(em, ids)).map((row) => {
      const { kind, title, creator, madeIn, year, rights, url, heritageCodes } = row;
      const told = { kind, title, creator, madeIn, year, rights, url };
      return [row.id, publishRecord(row, { ...told, culturalPropertyCodes: heritageCodes })];
    }),
  );

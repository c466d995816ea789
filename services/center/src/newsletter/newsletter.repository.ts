import { readCursor, writeCursor } from '@manabi/kit/connection/cursor';
import type { EntityManager } from '@mikro-orm/postgresql';
import { z } from 'zod';

import { Newsletter } from './newsletter.entity.js';

/** The issues with these ids, in no order. */
export function newslettersByIds(em: EntityManager, ids: readonly string[]): Promise<Newsletter[]> {
  return em.find(Newsletter, { id: { $in: [...ids] } });
}

const place = z.tuple([z.iso.datetime(), z.string()]);

/** The cursor of an issue. */
export const newsletterCursor = ({ publishedAt, id }: Newsletter): string =>
  writeCursor([publishedAt.toISOString(), id]);

/** Issues, latest first. Refuses a cursor of another list. */
export function newslettersAfter(
  em: EntityManager,
  { limit, after }: { limit: number; after: string | null },
): Promise<Newsletter[]> {
  const [publishedAt, id] = after === null ? [null, null] : readCursor(after, place);
  const then = publishedAt === null ? null : new Date(publishedAt);
  return em.find(
    Newsletter,
    then === null
      ? {}
      : { $or: [{ publishedAt: { $lt: then } }, { publishedAt: then, id: { $lt: id } }] },
    { orderBy: { publishedAt: 'desc', id: 'desc' }, limit },
  );
}

import { readCursor, writeCursor } from '@manabi/kit/connection/cursor';
import type { EntityManager } from '@mikro-orm/postgresql';
import { z } from 'zod';

import { Referral } from './referral.entity.js';

/** Those with these ids, in no order; ids that nobody has are left out. */
export function referralsByIds(em: EntityManager, ids: readonly string[]): Promise<Referral[]> {
  return em.find(Referral, { id: { $in: [...ids] } });
}

/** Where a consultation stands among those that a desk was handed. */
export const referralCursor = ({ referredAt, id }: Referral): string =>
  writeCursor([referredAt.toISOString(), id]);

const place = z.tuple([z.iso.datetime(), z.string().max(100)]);

/** What a desk was handed, newest first, after a cursor. */
export async function referralsTo(
  em: EntityManager,
  deskId: string,
  { limit, after }: { limit: number; after: string | null },
): Promise<Referral[]> {
  const [at, id] = after === null ? [null, null] : readCursor(after, place);
  const rows = await em.execute<object[]>(
    `select * from referral where to_desk_id = ?
       and (?::text is null or (referred_at, id) < (?::timestamptz, ?))
     order by referred_at desc, id desc limit ?`,
    [deskId, id, at, id, limit],
  );
  return rows.map((row) => em.map(Referral, row));
}

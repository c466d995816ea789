import type { PageOf } from '@manabi/kit/connection/connection-type';
import { readCursor, writeCursor } from '@manabi/kit/connection/cursor';
import type { EntityManager } from '@mikro-orm/postgresql';
import { z } from 'zod';

import { ChildcareSession } from './childcare.entity.js';

/** The sessions with these ids, in no order. */
export function childcareByIds(
  em: EntityManager,
  ids: readonly string[],
): Promise<ChildcareSession[]> {
  return em.find(ChildcareSession, { id: { $in: [...ids] }, withdrawnAt: null });
}

/** The sessions at these opportunities, earliest first. */
export function childcareOfOpportunities(
  em: EntityManager,
  opportunityIds: readonly string[],
): Promise<ChildcareSession[]> {
  return em.find(
    ChildcareSession,
    { opportunityId: { $in: [...opportunityIds] }, withdrawnAt: null },
    { orderBy: { startsAt: 'asc', id: 'asc' } },
  );
}

/** One page of the sessions in one facility that end after a moment and begin before another, which may be open. */
export interface ChildcarePage extends PageOf {
  /** ISO 8601. */
  readonly from: string;
  readonly to: string | null;
}

/** A session with the page on which it stands. */
export interface PagedChildcare {
  readonly page: ChildcarePage;
  readonly session: ChildcareSession;
}

const place = z.tuple([z.iso.datetime(), z.string()]);

/** Sessions are listed earliest first; this is the cursor of one. */
export const childcareCursor = ({ startsAt, id }: ChildcareSession): string =>
  writeCursor([startsAt.toISOString(), id]);

/** Reads many pages in one query: each up to `size + 1` sessions of its facility, earliest first. */
export async function childcareOfFacilities(
  em: EntityManager,
  pages: readonly ChildcarePage[],
): Promise<PagedChildcare[]> {
  const wanted = pages.map(({ of, size, after, from, to }, page) => {
    const [startsAt, id] = after === null ? [null, null] : readCursor(after, place);
    return { page, of, size: size + 1, from, to, starts_at: startsAt, id };
  });
  const rows = await em.execute<{ page: number }[]>(
    `select w.page, listed.*
     from jsonb_to_recordset(?::jsonb)
       as w(page int, "of" text, size int, "from" timestamptz, "to" timestamptz, starts_at timestamptz, id text)
     cross join lateral (
       select s.* from childcare_session s
       where s.withdrawn_at is null and s.facility_code = w.of and s.ends_at > w."from"
         and (w."to" is null or s.starts_at <= w."to")
         and (w.id is null or (s.starts_at, s.id) > (w.starts_at, w.id))
       order by s.starts_at, s.id limit w.size
     ) listed
     order by w.page, listed.starts_at, listed.id`,
    [JSON.stringify(wanted)],
  );
  return rows.flatMap(({ page: at, ...row }) => {
    const page = pages[at];
    return page ? [{ page, session: em.map(ChildcareSession, row) }] : [];
  });
}

/** Cancels the childcare at an opportunity that is cancelled; what was cancelled alone stays as it is. */
export async function cancelChildcareOf(
  em: EntityManager,
  opportunityId: string,
  at: Date,
): Promise<void> {
  await em.execute(
    `update childcare_session set cancelled_at = ?, cancelled_with = true
     where opportunity_id = ? and cancelled_at is null`,
    [at.toISOString(), opportunityId],
  );
}

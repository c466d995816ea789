import { readCursor, writeCursor } from '@manabi/kit/connection/cursor';
import type { Problem } from '@manabi/kit/problem';
import { refusedInput } from '@manabi/kit/refused-input';
import type { EntityManager } from '@mikro-orm/postgresql';
import { z } from 'zod';

import { LibraryProgram } from '../program/program.entity.js';

/** One page of the events at a facility in a stretch of time; moments are ISO 8601. */
export interface ProgramPage {
  readonly facilityCode: string;
  readonly from: string;
  readonly to: string;
  readonly size: number;
  readonly after: string | null;
}

/** An event with its first time in the stretch, as a cursor, and the page on which it stands. */
export interface PagedProgram {
  readonly page: ProgramPage;
  readonly cursor: string;
  readonly node: LibraryProgram;
}

const place = z.tuple([z.iso.datetime(), z.string()]);

/** The times of an event, or its whole stretch where none were told; whole days end at midnight. */
const timesOf = `select (o ->> 'startsAt')::timestamptz as starts,
    coalesce((o ->> 'endsAt')::timestamptz, (o ->> 'startsAt')::timestamptz
      + case when (o ->> 'allDay')::boolean then interval '1 day' else interval '1 second' end) as ends
  from jsonb_array_elements(coalesce(p.occurrences, '[]')) o
  union all select p.starts_at, coalesce(p.ends_at, p.starts_at + interval '1 second')
  where p.occurrences = '[]' and p.starts_at is not null`;

const pages = `select w.page, to_char(listed.first_in at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as first_in,
    listed.id
  from jsonb_to_recordset(?::jsonb)
    as w(page int, "facilityCode" text, "from" timestamptz, "to" timestamptz, size int, at timestamptz, id text)
  cross join lateral (
    select p.id, inside.first_in from library_program p
    cross join lateral (
      select min(t.starts) as first_in from (${timesOf}) t where t.starts < w.to and t.ends > w.from
    ) inside
    where p.venue_code = w."facilityCode" and p.withdrawn_at is null and p.cancelled_at is null
      and inside.first_in is not null
      and (w.id is null or (inside.first_in, p.id) > (w.at, w.id))
    order by inside.first_in, p.id limit w.size
  ) listed
  order by w.page, listed.first_in, listed.id`;

/**
 * Reads many pages in two queries: each up to `size + 1` events at a facility of which some time lies in the stretch,
 * by the first such time; what was cancelled or withdrawn is left out. Refuses a stretch that ends before it begins.
 */
export async function programsInStretches(
  em: EntityManager,
  wanted: readonly ProgramPage[],
): Promise<PagedProgram[]> {
  const asked = wanted.map((each, page) => {
    if (each.from >= each.to) throw noStretch(each);
    const [at, id] = each.after === null ? [null, null] : readCursor(each.after, place);
    return { ...each, page, size: each.size + 1, at, id };
  });
  const found = await em.execute<{ page: number; first_in: string; id: string }[]>(pages, [
    JSON.stringify(asked),
  ]);
  const rows = await em.find(LibraryProgram, { id: { $in: found.map(({ id }) => id) } });
  const byId = new Map(rows.map((row) => [row.id, row]));
  return found.flatMap(({ page: at, first_in, id }) => {
    const [page, node] = [wanted[at], byId.get(id)];
    return page && node ? [{ page, cursor: writeCursor([first_in, id]), node }] : [];
  });
}

const noStretch = ({ from, to }: ProgramPage): Problem =>
  refusedInput(`"in" goes from ${from} to ${to}; its end must lie after its start.`, {
    argument: 'in',
    reason: 'END_NOT_AFTER_START',
  });

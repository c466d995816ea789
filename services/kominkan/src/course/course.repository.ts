import type { PageOf } from '@manabi/kit/connection/connection-type';
import { readCursor, writeCursor } from '@manabi/kit/connection/cursor';
import type { EntityManager } from '@mikro-orm/postgresql';
import { z } from 'zod';

import { Course } from './course.entity.js';

/** The courses with these ids, in no order; ids that nobody has are left out. */
export function coursesByIds(em: EntityManager, ids: readonly string[]): Promise<Course[]> {
  return em.find(Course, { id: { $in: [...ids] } });
}

/** What one of many pages holds: up to one row more than its size. */
export interface CoursesPage {
  readonly asked: PageOf;
  readonly courses: Course[];
}

/** Where a course stands among those of one person; one whose start is not known comes last. */
export const taughtCursor = ({ startsAt, id }: Course): string =>
  writeCursor([startsAt?.toISOString() ?? '-infinity', id]);

const taughtKey = z.tuple([
  z.union([z.iso.datetime(), z.literal('-infinity')]),
  z.string().max(200),
]);

/** For each person the page of courses they teach or taught, latest first, without withdrawn ones: one query. */
export async function coursesTaught(
  em: EntityManager,
  pages: readonly PageOf[],
): Promise<CoursesPage[]> {
  const asked = pages.map(({ of, size, after }, position) => {
    const [starts, id] = after === null ? [null, null] : readCursor(after, taughtKey);
    return { position, person: of, size: size + 1, starts, id };
  });
  const rows = await em.execute<{ position: number }[]>(taughtSql, [JSON.stringify(asked)]);
  const found = Map.groupBy(rows, (row) => row.position);
  return pages.map((page, position) => ({
    asked: page,
    courses: (found.get(position) ?? []).map((row) => em.map(Course, row)),
  }));
}

const taughtSql = `
  select asked.position, taught.*
  from jsonb_to_recordset(?::jsonb)
    as asked (position int, person text, size int, starts timestamptz, id text)
  cross join lateral (
    select * from course
    where instructor_ids @> array[asked.person] and withdrawn_at is null
      and (asked.id is null or (coalesce(starts_at, '-infinity'), id) < (asked.starts, asked.id))
    order by coalesce(starts_at, '-infinity') desc, id desc
    limit asked.size
  ) taught
  order by asked.position, coalesce(taught.starts_at, '-infinity') desc, taught.id desc`;

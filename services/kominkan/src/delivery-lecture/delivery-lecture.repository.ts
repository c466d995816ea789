import { fold } from '@manabi/kit/text/fold';
import type { EntityManager } from '@mikro-orm/postgresql';

import { DeliveryLecture } from './delivery-lecture.entity.js';
import type { DeliveryLectureFilter } from './delivery-lecture.input.js';

/** The lectures with these ids, in no order. */
export function lecturesByIds(
  em: EntityManager,
  ids: readonly string[],
): Promise<DeliveryLecture[]> {
  return em.find(DeliveryLecture, { id: { $in: [...ids] } });
}

/** Up to so many lectures that fit and were not given up, in the order of their ids, those after an id. One query. */
export async function lecturesThatFit(
  em: EntityManager,
  filter: DeliveryLectureFilter,
  { after, limit }: { after: string | null; limit: number },
): Promise<DeliveryLecture[]> {
  const where = ['withdrawn_at is null'];
  const values: unknown[] = [];
  const restrict = (condition: string, ...bound: unknown[]) => {
    where.push(condition);
    values.push(...bound);
  };
  for (const word of fold(filter.text ?? '')
    .split(' ')
    .filter(Boolean))
    restrict('strpos(words, ?) > 0', word);
  if (filter.departmentCode != null) restrict('department_code = ?', filter.departmentCode);
  if (filter.language != null) restrict('? = any(languages)', filter.language);
  if (filter.audience != null) restrict('coalesce(minimum_audience, 0) <= ?', filter.audience);
  if (filter.availableIn)
    restrict(
      `exists (select from jsonb_to_recordset(times) as time ("startsAt" timestamptz)
        where time."startsAt" >= ?::timestamptz and time."startsAt" < ?::timestamptz)`,
      filter.availableIn.from,
      filter.availableIn.to,
    );
  if (after !== null) restrict('id > ?', after);
  const rows = await em.execute<object[]>(
    `select * from delivery_lecture where ${where.join(' and ')} order by id limit ?`,
    [...values, limit],
  );
  return rows.map((row) => em.map(DeliveryLecture, row));
}

import type { EntityManager } from '@mikro-orm/postgresql';

import { Title } from '../title/title.entity.js';

/** Editions of one work that one answer lists at most. */
export const mostEditions = 20;

/** A title with the work of which it is an edition. */
export interface Edition {
  readonly workKey: string;
  readonly title: Title;
}

/** The key of the work of which a title is an edition. */
export const workOf = ({ editionOf, bibId }: Title): string => editionOf ?? bibId;

/** The editions of these works that were not withdrawn, newest first. */
export async function editionsOfWorks(
  em: EntityManager,
  workKeys: readonly string[],
): Promise<Edition[]> {
  const rows = await em.execute<{ work_key: string }[]>(
    `select t.* from title t
     where t.withdrawn_at is null and t.work_key in (select jsonb_array_elements_text(?::jsonb))
     order by t.work_key, coalesce(t.year, 0) desc, t.bib_id`,
    [JSON.stringify(workKeys)],
  );
  return rows.map((row) => ({ workKey: row.work_key, title: em.map(Title, row) }));
}

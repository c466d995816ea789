import type { PageOf } from '@manabi/kit/connection/connection-type';
import type { EntityManager } from '@mikro-orm/postgresql';

import { type Paged, recordsOfPages } from '../listed/listed.repository.js';
import { Title } from '../title/title.entity.js';

/** Titles as a list: newest first. */
const newestTitles = `(select b.*, b.bib_id as id, 9999 - coalesce(b.year, 0) as place from title b)`;

/** Reads many pages in one query: each the titles that tell of the cultural property `of`, newest first. */
export const titlesOfProperties = (
  em: EntityManager,
  pages: readonly PageOf[],
): Promise<Paged<Title>[]> =>
  recordsOfPages(
    em,
    {
      rows: newestTitles,
      entity: Title,
      match: `t.heritage_codes <> '{}' and t.heritage_codes @> array[w.of]`,
    },
    pages,
  );

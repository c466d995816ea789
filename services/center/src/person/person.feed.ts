import type { Publisher } from '@manabi/kit/feed/publisher';
import { publishRecord } from '@manabi/kit/feed/record.published';

import { peopleByIds } from './person.repository.js';

/** Tells followers that somebody does something, never who: the register alone says that. */
export const publishPeople: Publisher = async (em, ids) =>
  new Map(
    (await peopleByIds(em, ids)).map((person) => [
      person.id,
      publishRecord(person, { role: person.role ?? null, available: person.available ?? null }),
    ]),
  );

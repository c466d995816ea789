import type { Publisher } from '@manabi/kit/feed/publisher';
import { publishRecord } from '@manabi/kit/feed/record.published';

import { groupsByIds } from './group.repository.js';

/** Tells groups to followers, without how to reach them. */
export const publishGroups: Publisher = async (em, ids) =>
  new Map(
    (await groupsByIds(em, ids)).map((group) => [
      group.id,
      publishRecord(group, {
        name: group.name,
        venueCode: group.venueCode ?? null,
        acceptsBeginners: group.acceptsBeginners ?? null,
        since: group.since ?? null,
      }),
    ]),
  );

import type { Publisher } from '@manabi/kit/feed/publisher';
import { publishRecord } from '@manabi/kit/feed/record.published';

import { desksByIds } from './desk.repository.js';

/** Tells desks to followers. */
export const publishDesks: Publisher = async (em, ids) =>
  new Map(
    (await desksByIds(em, ids)).map((desk) => [
      desk.id,
      publishRecord(desk, {
        name: desk.name,
        audiences: desk.audiences ?? [],
        channels: desk.channels ?? [],
        departmentCode: desk.departmentCode ?? null,
        venueCode: desk.venueCode ?? null,
      }),
    ]),
  );

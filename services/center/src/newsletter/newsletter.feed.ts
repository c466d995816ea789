import type { Publisher } from '@manabi/kit/feed/publisher';

import { newslettersByIds } from './newsletter.repository.js';

/** Tells followers that an issue was published, of which time it tells and how long it is. */
export const publishNewsletters: Publisher = async (em, ids) => {
  const issues = await newslettersByIds(em, ids);
  return new Map(
    issues.map((issue) => [
      issue.id,
      {
        title: issue.title,
        startsAt: issue.startsAt.toISOString(),
        endsAt: issue.endsAt.toISOString(),
        publishedAt: issue.publishedAt.toISOString(),
        characters: issue.characters,
        provenance: Object.assign({}, issue.provenance),
      },
    ]),
  );
};

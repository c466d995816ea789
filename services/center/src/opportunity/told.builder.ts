import type { FeedSource } from '@manabi/kit/feed/feed.follow';
import type { FeedItem } from '@manabi/kit/feed/publisher';
import type { PublishedOpportunity } from '@manabi/kit/opportunity/opportunity.published';
import type { EntityManager } from '@mikro-orm/postgresql';

import type { Telling } from './index-row.repository.js';
import { applyItems } from './opportunity.feed.js';

/** What a department tells of an opportunity; name only what matters. */
export function told(given: Partial<PublishedOpportunity> = {}): PublishedOpportunity {
  return {
    title: { ja: '講座' },
    audiences: [],
    subjectKeys: [],
    occurrences: [],
    startsAt: '2026-10-20T01:00:00.000Z',
    endsAt: '2026-10-20T03:00:00.000Z',
    provenance: { department: 'kominkan', sample: false },
    ...given,
  };
}

/** An item of a feed that tells a course. */
export function aTold(
  id: string,
  given: Partial<PublishedOpportunity> = {},
  item: Partial<FeedItem> = {},
): FeedItem {
  return { id, kind: 'Course', state: 'updated', modified: 1, data: told(given), ...item };
}

/** A feed as a service gives it, two items a page, that a test can add to and begin anew. */
export class ToldFeed {
  #items: FeedItem[];
  #life = 1;

  constructor(...items: FeedItem[]) {
    this.#items = items;
  }

  /** Tells these too; what had the same id before is told no more in its old place. */
  tell(...items: FeedItem[]): void {
    const ids = new Set(items.map((item) => item.id));
    this.#items = [...this.#items.map((item) => (ids.has(item.id) ? empty : item)), ...items];
  }

  /** Begins a new epoch with these items alone. */
  beginAnew(...items: FeedItem[]): void {
    this.#life += 1;
    this.#items = items;
  }

  readonly read: FeedSource = (cursor) => {
    const epoch = `epoch-${this.#life}`;
    const [life, place] = (cursor ?? '').split('/');
    const from = life === epoch ? Number(place) : 0;
    const to = Math.min(from + 2, this.#items.length);
    const items = this.#items.slice(from, to);
    return Promise.resolve({ epoch, items, next: `${epoch}/${to}` });
  };
}

/** Stands where an item was that was told again later; a kind that the index does not know. */
const empty: FeedItem = { id: 'told-again', kind: 'Nothing', state: 'deleted', modified: 0 };

/** Takes items into the index as its following does, in a transaction of their own. */
export function takeIn(
  em: EntityManager,
  items: readonly FeedItem[],
  telling: Partial<Telling> = {},
): Promise<void> {
  return em.transactional((tx) =>
    applyItems(tx, { source: 'kominkan', epoch: 'first', ...telling }, items),
  );
}

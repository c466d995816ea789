import type { EntityManager } from '@mikro-orm/postgresql';

/** What followers are told of one record; its words are those of the service that owns it. */
export type PublishedData = Readonly<Record<string, unknown>>;

/**
 * Tells the present state of the records with these ids, by id. An id that is absent from the map is told as
 * deleted.
 */
export type Publisher = (
  em: EntityManager,
  ids: readonly string[],
) => Promise<Map<string, PublishedData>>;

/** One record of a feed, in the manner of OpenActive's Realtime Paged Data Exchange. */
export interface FeedItem {
  readonly id: string;
  readonly kind: string;
  readonly state: 'updated' | 'deleted';
  /** Number of the change; grows with every commit that touched the record. */
  readonly modified: number;
  readonly data?: PublishedData;
}

/** A page of a feed. An empty page says that the reader has everything. */
export interface FeedPage {
  /** Life of the numbering: another one means that everything must be read again. */
  readonly epoch: string;
  readonly items: readonly FeedItem[];
  /** Cursor to read on from. */
  readonly next: string;
  /** On the last page: where what anybody may see stands, in one word that nothing else changes. */
  readonly seen?: string;
}

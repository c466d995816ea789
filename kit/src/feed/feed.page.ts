import type { EntityManager } from '@mikro-orm/postgresql';

import { Problem } from '../problem.js';
import type { FeedItem, FeedPage, Publisher } from './publisher.js';

/** Records on one page at most, and by default. */
export const feedPageLimit = { most: 1_000, usual: 500 } as const;

interface Change {
  kind: string;
  id: string;
  seq: string;
}

/** A cursor: how far a follower has read, within the numbering's present life. */
export interface FeedCursor {
  readonly epoch: string;
  readonly seq: number;
}

/** Reads a cursor as a page gave it; undefined means the beginning. Refuses what no page ever gave. */
export function parseCursor(text: string | undefined): FeedCursor | undefined {
  if (text === undefined || text === '') return undefined;
  const match = /^([0-9a-f-]{36})\.(\d{1,15})$/.exec(text);
  if (match?.[1] && match[2]) return { epoch: match[1], seq: Number(match[2]) };
  throw new Problem(
    'BAD_USER_INPUT',
    `"${text.slice(0, 60)}" is not a cursor of this feed. Send the "next" of a page, or nothing to read from the beginning.`,
  );
}

/**
 * Reads the page after a cursor, of what is published. Records are told as they are now: one that changed since the page was numbered comes
 * again on a later one. A cursor of an earlier epoch reads from the beginning: the page's epoch tells the follower so.
 */
export async function readFeed(
  em: EntityManager,
  published: Readonly<Record<string, Publisher>>,
  { after, limit }: { after: FeedCursor | undefined; limit?: number },
): Promise<FeedPage> {
  const connection = em.getConnection();
  const [state] = await connection.execute<[{ epoch: string; last: string; seen: string }]>(
    'select epoch, last, seen from feed_state',
  );
  const from = after && after.epoch === state.epoch ? after.seq : 0;
  const most = Math.min(limit ?? feedPageLimit.usual, feedPageLimit.most);
  const changes = await connection.execute<Change[]>(
    `select kind, id, seq from feed_change
     where seq > ? and kind in (select jsonb_array_elements_text(?::jsonb)) order by seq limit ?`,
    [from, JSON.stringify(Object.keys(published)), most],
  );
  const items = await tell(em, published, changes);
  const told = Number(changes.at(-1)?.seq ?? from);
  // Where there is no more to tell, what is told to nobody need not be looked through again.
  const isLast = changes.length < most;
  const last = isLast ? Math.max(told, Number(state.last)) : told;
  return {
    epoch: state.epoch,
    items,
    next: `${state.epoch}.${last}`,
    ...(isLast && { seen: `${state.epoch}.${state.seen}` }),
  };
}

async function tell(
  em: EntityManager,
  published: Readonly<Record<string, Publisher>>,
  changes: readonly Change[],
): Promise<FeedItem[]> {
  const told = new Map<string, Map<string, object>>();
  for (const [kind, group] of Map.groupBy(changes, (change) => change.kind)) {
    const ids = group.map((change) => change.id);
    told.set(kind, (await published[kind]?.(em, ids)) ?? new Map<string, object>());
  }
  return changes.map(({ kind, id, seq }) => {
    const data = told.get(kind)?.get(id);
    const item = { id, kind, modified: Number(seq) };
    return data ? { ...item, state: 'updated', data: { ...data } } : { ...item, state: 'deleted' };
  });
}

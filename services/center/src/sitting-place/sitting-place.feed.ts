import type { FeedItem } from '@manabi/kit/feed/publisher';
import {
  type PublishedSittingPlace,
  publishedSittingPlace,
} from '@manabi/kit/sitting-place/sitting-place.published';
import type { EntityManager } from '@mikro-orm/postgresql';

import { type Fault, faultOf } from '../opportunity/index-fault.repository.js';
import type { Telling } from '../opportunity/index-row.repository.js';
import { isSittingPlace } from './sitting-place.stub.js';

interface Read {
  readonly id: string;
  readonly kind: string;
  readonly data: PublishedSittingPlace;
}

/** Those of a page's items that tell a place to sit; an id that repeats counts as told last. */
export const sittingPlacesIn = (items: readonly FeedItem[]): FeedItem[] => [
  ...new Map(
    items.filter(({ kind }) => isSittingPlace(kind)).map((item) => [item.id, item]),
  ).values(),
];

/** Takes places to sit in; answers which items could not be read. One that was given up is no place any more. */
export async function takeInSittingPlaces(
  em: EntityManager,
  telling: Telling,
  items: readonly FeedItem[],
): Promise<Fault[]> {
  const read: Read[] = [];
  const faults: Fault[] = [];
  const gone: string[] = [];
  for (const { id, kind, state, data } of items) {
    const parsed = publishedSittingPlace.safeParse(data);
    if (state === 'deleted' || parsed.data?.withdrawnAt) gone.push(id);
    else if (parsed.success) read.push({ id, kind, data: parsed.data });
    else faults.push(faultOf(id, parsed.error));
  }
  if (gone.length > 0) {
    await em.execute('delete from sitting_place where source = ? and id = any(array[?]::text[])', [
      telling.source,
      gone,
    ]);
  }
  if (read.length > 0) await keep(em, telling, read);
  return faults;
}

async function keep(
  em: EntityManager,
  { source, epoch }: Telling,
  read: readonly Read[],
): Promise<void> {
  await em.execute(
    `insert into sitting_place (id, source, epoch, kind, facility_code, data)
     select id, ?, ?, kind, data ->> 'facilityCode', data
     from jsonb_to_recordset(?::jsonb) as item (id text, kind text, data jsonb)
     on conflict (id) do update set source = excluded.source, epoch = excluded.epoch,
       kind = excluded.kind, facility_code = excluded.facility_code, data = excluded.data, indexed_at = now()`,
    [source, epoch, JSON.stringify(read)],
  );
}

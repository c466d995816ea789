import type { FeedItem } from '@manabi/kit/feed/publisher';
import { Tri } from '@manabi/kit/value/tri';
import type { EntityManager } from '@mikro-orm/postgresql';
import { z } from 'zod';

import type { Telling } from './index-row.repository.js';
import { type Fault, faultOf } from './index-fault.repository.js';

/** What a feed tells of the access of a facility: each item that anybody looked at, as a fact of three values. */
export const publishedAccess = z.object({
  facilityCode: z.string(),
  items: z.record(z.string(), z.enum(Tri)),
});

/** What a feed tells of one childcare session at an opportunity; ages in completed months. */
export const publishedChildcare = z.object({
  opportunityId: z.string(),
  places: z.int32().nullish(),
  placesLeft: z.int32().nullish(),
  minMonths: z.int32().nullish(),
  maxMonths: z.int32().nullish(),
});

/** Takes the access of facilities in; answers which items could not be read. */
export async function takeInAccess(
  em: EntityManager,
  telling: Telling,
  items: readonly FeedItem[],
): Promise<Fault[]> {
  const { read, faults, deleted } = readItems(items, publishedAccess);
  if (deleted.length > 0)
    await em.execute(
      'delete from facility_access where source = ? and id = any(array[?]::text[])',
      [telling.source, deleted],
    );
  const rows = [...read].map(([id, data]) => Object.assign({ id }, data));
  if (rows.length > 0)
    await em.execute(
      `insert into facility_access (id, source, epoch, facility_code, items)
       select id, ?, ?, "facilityCode", items
       from jsonb_to_recordset(?::jsonb) as item (id text, "facilityCode" text, items jsonb)
       on conflict (id) do update set source = excluded.source, epoch = excluded.epoch,
         facility_code = excluded.facility_code, items = excluded.items`,
      [telling.source, telling.epoch, JSON.stringify(rows)],
    );
  return faults;
}

/** Takes childcare sessions in; answers which items could not be read. */
export async function takeInChildcare(
  em: EntityManager,
  telling: Telling,
  items: readonly FeedItem[],
): Promise<Fault[]> {
  const { read, faults, deleted } = readItems(items, publishedChildcare);
  if (deleted.length > 0)
    await em.execute(
      'delete from childcare_offer where source = ? and id = any(array[?]::text[])',
      [telling.source, deleted],
    );
  const rows = [...read].map(([id, data]) => Object.assign({ id }, data));
  if (rows.length > 0)
    await em.execute(
      `insert into childcare_offer (id, source, epoch, opportunity_id, places, places_left, min_months, max_months)
       select id, ?, ?, "opportunityId", places, "placesLeft", "minMonths", "maxMonths"
       from jsonb_to_recordset(?::jsonb) as item (id text, "opportunityId" text, places integer,
         "placesLeft" integer, "minMonths" integer, "maxMonths" integer)
       on conflict (id) do update set source = excluded.source, epoch = excluded.epoch,
         opportunity_id = excluded.opportunity_id, places = excluded.places,
         places_left = excluded.places_left, min_months = excluded.min_months, max_months = excluded.max_months`,
      [telling.source, telling.epoch, JSON.stringify(rows)],
    );
  return faults;
}

function readItems<Data>(
  items: readonly FeedItem[],
  shape: z.ZodType<Data>,
): { read: Map<string, Data>; faults: Fault[]; deleted: string[] } {
  const read = new Map<string, Data>();
  const faults: Fault[] = [];
  const deleted: string[] = [];
  for (const [id, item] of new Map(items.map((each) => [each.id, each]))) {
    if (item.state === 'deleted') deleted.push(id);
    const parsed = shape.safeParse(item.data);
    if (item.state === 'updated' && parsed.success) read.set(id, parsed.data);
    if (item.state === 'updated' && !parsed.success) faults.push(faultOf(id, parsed.error));
  }
  return { read, faults, deleted };
}

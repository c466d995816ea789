import type { FeedItem } from '@manabi/kit/feed/publisher';
import { lotteryKind } from '@manabi/kit/slot/lottery.tables';
import type { EntityManager } from '@mikro-orm/postgresql';
import { z } from 'zod';

import { type Fault, faultOf } from '../opportunity/index-fault.repository.js';
import type { Telling } from '../opportunity/index-row.repository.js';

/** The kind of record by which departments tell of their lotteries for rooms and courts. */
export const lotteryWindowKind = lotteryKind;

const moment = z.iso.datetime({ offset: true });

/** What a feed tells of one lottery for one room or court and one month of use. */
const publishedLottery = z.object({
  facilityCode: z.string(),
  roomName: z.string(),
  month: z.string().nullish(),
  opensAt: moment,
  closesAt: moment,
  drawAt: moment.nullish(),
  confirmBy: moment.nullish(),
  odds: z.object({ applied: z.int32(), won: z.int32() }).nullish(),
  provenance: z.looseObject({ department: z.string(), sample: z.boolean() }),
});

/** Takes lotteries in; answers which items could not be read. */
export async function takeInLotteries(
  em: EntityManager,
  { source, epoch }: Telling,
  items: readonly FeedItem[],
): Promise<Fault[]> {
  const last = [...new Map(items.map((item) => [item.id, item])).values()];
  const deleted = last.filter(({ state }) => state === 'deleted').map(({ id }) => id);
  if (deleted.length > 0)
    await em.execute('delete from lottery_window where source = ? and id = any(array[?]::text[])', [
      source,
      deleted,
    ]);
  const { rows, faults } = readLotteries(last.filter(({ state }) => state === 'updated'));
  if (rows.length > 0)
    await em.execute(
      `insert into lottery_window (id, source, epoch, data, facility_code, department, opens_at, closes_at, draw_at, confirm_by)
       select id, ?, ?, data, data ->> 'facilityCode', data -> 'provenance' ->> 'department',
         (data ->> 'opensAt')::timestamptz, (data ->> 'closesAt')::timestamptz,
         (data ->> 'drawAt')::timestamptz, (data ->> 'confirmBy')::timestamptz
       from jsonb_to_recordset(?::jsonb) as item (id text, data jsonb)
       on conflict (id) do update set source = excluded.source, epoch = excluded.epoch, data = excluded.data,
         facility_code = excluded.facility_code, department = excluded.department, opens_at = excluded.opens_at,
         closes_at = excluded.closes_at, draw_at = excluded.draw_at, confirm_by = excluded.confirm_by`,
      [source, epoch, JSON.stringify(rows)],
    );
  return faults;
}

function readLotteries(items: readonly FeedItem[]) {
  const rows: { id: string; data: z.infer<typeof publishedLottery> }[] = [];
  const faults: Fault[] = [];
  for (const { id, data } of items) {
    const read = publishedLottery.safeParse(data);
    if (read.success) rows.push({ id, data: read.data });
    else faults.push(faultOf(id, read.error));
  }
  return { rows, faults };
}

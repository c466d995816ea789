import type { SlotRecord } from '@manabi/kit/import/dataset/room.record';
import type { RowOutcome } from '@manabi/kit/import/outcome';
import { deliveredHold, stretchOf } from '@manabi/kit/slot/hold.import';

import type { ImportPlaces } from './import-places.js';
import { LetRooms, letting } from './let-rooms.js';
import type { OpenRoute } from './list-route.js';
import { openRegister } from './registers.js';
import type { FileSetting, RoutedRow } from './routed-row.js';
import { roomUnknown } from './row-unknown.js';
import { setRowAside } from './set-aside.js';

/** A time of a room that somebody has, in milliseconds since 1970; the key of the row of this data set that says so. */
interface TakenTime {
  readonly from: number;
  readonly to: number;
  readonly key: string | null;
}

/** Says for each row of what is taken which room it means. A time that somebody else has already is set aside. */
export const slotRows: OpenRoute<SlotRecord> = async (places, setting) => {
  const rooms = await LetRooms.open(places, setting);
  const groups = await openRegister(places.em('center'), 'group');
  const taken = await takenTimes(places, setting);
  return (outcome, record) => {
    const room = rooms.named(record);
    if (!room) return roomUnknown(setting, outcome, `${record.facility} ${record.room}`);
    // What nobody has needs no row: a full list gives back what it names no more.
    if (record.state === 'FREE') return { outcome, rows: [] };
    const { startsAt, endsAt } = stretchOf(record);
    const time = { from: startsAt.getTime(), to: endsAt.getTime(), key: record.key };
    const ofRoom = taken.get(room.id) ?? [];
    if (ofRoom.some(({ from, to, key }) => key !== time.key && from < time.to && to > time.from))
      return takenAlready(setting, outcome, record);
    taken.set(room.id, [...ofRoom.filter(({ key }) => key !== time.key), time]);
    const row = deliveredHold(record, {
      target: room.holds,
      dataset: setting.dataset,
      roomId: room.id,
      groupId: groups.idOf(record.group),
    });
    return { outcome, rows: [{ service: room.service, row }] };
  };
};

function takenAlready({ file }: FileSetting, outcome: RowOutcome, record: SlotRecord): RoutedRow {
  return setRowAside(file, outcome, {
    column: '利用日',
    value: `${record.date} ${record.opens}-${record.closes}`,
    code: 'TIME_TAKEN',
    message: 'この部屋のこの時間は、ほかの行か、ほかの利用で埋まっています。',
    remedy: '同じ部屋で時間が重ならないように直すか、先の利用を取り消してください。',
  });
}

/**
 * What stands in the way of rows of the file: times that this data set did not bring, and of its own those that it
 * will not withdraw: all of them where the file only adds, what is over where it is the whole list.
 */
async function takenTimes(
  places: ImportPlaces,
  { dataset, request }: FileSetting,
): Promise<Map<string, TakenTime[]>> {
  const times = new Map<string, TakenTime[]>();
  for (const { service, holds } of letting) {
    const rows = await places
      .em(service)
      .execute<{ room: string; from: string; to: string; source: string | null }[]>(
        `select room_id as room, extract(epoch from starts_at) * 1000 as "from",
           extract(epoch from ends_at) * 1000 as "to", source_key as source
         from ${holds.table} where state <> 'RELEASED'
           and (source_key is null or not starts_with(source_key, ?) or ? = 'delta' or ends_at < now())`,
        [`${dataset}#`, request.mode],
      );
    for (const { room, from, to, source } of rows) {
      const key = source?.startsWith(`${dataset}#`) ? source.slice(dataset.length + 1) : null;
      times.set(room, [...(times.get(room) ?? []), { from: Number(from), to: Number(to), key }]);
    }
  }
  return times;
}

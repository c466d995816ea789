import type { LotteryWindowRecord } from '@manabi/kit/import/dataset/room.record';
import { deliveredLottery } from '@manabi/kit/slot/lottery.import';

import type { ImportPlaces } from './import-places.js';
import { LetRooms, letting } from './let-rooms.js';
import type { OpenRoute } from './list-route.js';
import { roomUnknown } from './row-unknown.js';

/** Says for each row of announced lotteries which rooms it is about: one, or all of the facility. */
export const lotteryRows: OpenRoute<LotteryWindowRecord> = async (places, setting) => {
  const rooms = await LetRooms.open(places, setting);
  const known = await knownLotteries(places);
  const { dataset, asOf, request } = setting;
  return (outcome, record) => {
    const { facility, room } = record;
    const meant = room === undefined ? rooms.allOf(facility) : rooms.named({ facility, room });
    const found = [meant ?? []].flat();
    if (found.length === 0) return roomUnknown(setting, outcome, `${facility} ${room ?? ''}`);
    return {
      outcome,
      rows: found.map(({ service, id }) => ({
        service,
        row: deliveredLottery(record, {
          dataset,
          asOf,
          department: service,
          roomId: id,
          knownId: known.get(`${id} ${record.month}`),
          ...(request.licence && { licence: request.licence }),
        }),
      })),
    };
  };
};

async function knownLotteries(places: ImportPlaces): Promise<Map<string, string>> {
  const known = new Map<string, string>();
  for (const { service } of letting) {
    const rows = await places
      .em(service)
      .execute<{ id: string; room_id: string; month: string }[]>(
        `select id, room_id, month from lottery_round`,
      );
    for (const { id, room_id: room, month } of rows) known.set(`${room} ${month}`, id);
  }
  return known;
}

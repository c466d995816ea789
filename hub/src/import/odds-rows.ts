import type { LotteryOddsRecord } from '@manabi/kit/import/dataset/room.record';
import { deliveredOdds } from '@manabi/kit/slot/lottery.import';

import { LetRooms } from './let-rooms.js';
import type { OpenRoute } from './list-route.js';
import { roomUnknown } from './row-unknown.js';
import { setRowAside } from './set-aside.js';

/** Says for each row of lottery odds which room it counts. A room that nobody lets, or not at that time, is set aside. */
export const oddsRows: OpenRoute<LotteryOddsRecord> = async (places, setting) => {
  const rooms = await LetRooms.open(places, setting);
  const { dataset, asOf, request, file } = setting;
  return (outcome, record) => {
    const room = rooms.named(record);
    if (!room) return roomUnknown(setting, outcome, `${record.facility} ${record.room}`);
    const band = room.bands.find(({ opens }) => opens.slice(0, 5) === record.opens);
    if (!band)
      return setRowAside(file, outcome, {
        column: '開始時刻',
        value: record.opens,
        code: 'BAND_UNKNOWN',
        message: 'この部屋の利用区分にない開始時刻です。',
        remedy: '利用区分の開始時刻を書いてください。',
      });
    const row = deliveredOdds(record, {
      dataset,
      asOf,
      department: room.service,
      roomId: room.id,
      closes: band.closes.slice(0, 5),
      ...(request.licence && { licence: request.licence }),
    });
    return { outcome, rows: [{ service: room.service, row }] };
  };
};

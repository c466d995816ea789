import type { RegularUseRecord } from '@manabi/kit/import/dataset/room.record';
import { deliveredRegularUse } from '@manabi/kit/slot/regular-use.import';

import { LetRooms } from './let-rooms.js';
import type { OpenRoute } from './list-route.js';
import { openRegister } from './registers.js';
import { roomUnknown } from './row-unknown.js';
import { setRowAside } from './set-aside.js';

/** Says for each row of regular uses which group and room it means. What the registers do not know is set aside. */
export const regularUseRows: OpenRoute<RegularUseRecord> = async (places, setting) => {
  const rooms = await LetRooms.open(places, setting);
  const groups = await openRegister(places.em('center'), 'group');
  const { dataset, asOf, request, file } = setting;
  return (outcome, record) => {
    const room = rooms.named(record);
    if (!room) return roomUnknown(setting, outcome, `${record.facility} ${record.room}`);
    const groupId = groups.idOf(record.group);
    if (groupId === null)
      return setRowAside(file, outcome, {
        column: '団体名',
        value: record.group,
        code: 'GROUP_UNKNOWN',
        message: '団体の名簿にない名か、同じ名の団体がいくつもあります。',
        remedy: '団体の名簿の登録番号で書くか、先に団体の共通入力様式を取り込んでください。',
      });
    const row = deliveredRegularUse(record, {
      dataset,
      asOf,
      department: room.service,
      roomId: room.id,
      groupId,
      ...(request.licence && { licence: request.licence }),
    });
    return { outcome, rows: [{ service: room.service, row }] };
  };
};

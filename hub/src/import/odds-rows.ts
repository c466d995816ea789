import type { LotteryOddsRecord } from '@manabi/kit/import/dataset/record';
import type { RowOutcome } from '@manabi/kit/import/outcome';
import type { Band } from '@manabi/kit/slot/band';
import { deliveredOdds } from '@manabi/kit/slot/lottery.import';
import { fold } from '@manabi/kit/text/fold';

import type { ImportPlaces } from './import-places.js';
import type { FileSetting, RoutedRow } from './routed-row.js';
import { setRowAside } from './set-aside.js';

interface LetRoom {
  readonly service: string;
  readonly id: string;
  readonly bands: readonly Band[];
}

const tables = { kominkan: 'study_room', sports: 'court' } as const;

const keyOf = (facility: string, room: string): string => `${fold(facility)}\n${fold(room)}`;

/** Says for each row of lottery odds which department lets the room, and which room it is. */
export class OddsRows {
  private constructor(
    private readonly setting: FileSetting,
    private readonly rooms: ReadonlyMap<string, LetRoom>,
  ) {}

  /** Opens it with the rooms and courts that are let, by the names of their facilities and their own. */
  static async open(places: ImportPlaces, setting: FileSetting): Promise<OddsRows> {
    // Other kinds of file name no rooms.
    if (setting.file.dataset !== 'lottery-odds') return new OddsRows(setting, new Map());
    const names = await places
      .em('center')
      .execute<{ code: string; names: string[] }[]>(
        `select code, array[code, name ->> 'ja'] || coalesce(aliases, '{}') as names from facility`,
      );
    const namesOf = new Map(names.map((facility) => [facility.code, facility.names]));
    const rooms = new Map<string, LetRoom>();
    for (const [service, table] of Object.entries(tables)) {
      const rows = await places
        .em(service)
        .execute<{ id: string; facility_code: string; names: string[]; bands: Band[] }[]>(
          `select id, facility_code, array[name ->> 'ja'] || aliases as names, bands from ${table}`,
        );
      for (const { id, facility_code, names: own, bands } of rows)
        for (const facility of namesOf.get(facility_code) ?? [facility_code])
          for (const name of own) rooms.set(keyOf(facility, name), { service, id, bands });
    }
    return new OddsRows(setting, rooms);
  }

  /** Says where a row goes. A room that nobody lets, or not at that time, is set aside. */
  route(outcome: RowOutcome, record: LotteryOddsRecord): RoutedRow {
    const { dataset, asOf, request, file } = this.setting;
    const room = this.rooms.get(keyOf(record.facility, record.room));
    const band = room?.bands.find(({ opens }) => opens.slice(0, 5) === record.opens);
    if (!room || !band) {
      return setRowAside(file, outcome, {
        column: room ? '開始時刻' : '部屋名',
        value: room ? record.opens : `${record.facility} ${record.room}`,
        code: room ? 'BAND_UNKNOWN' : 'ROOM_UNKNOWN',
        message: room
          ? 'この部屋の利用区分にない開始時刻です。'
          : '貸し出している部屋の一覧にありません。',
        remedy: room
          ? '利用区分の開始時刻を書いてください。'
          : '施設と部屋の一覧にある名で書いてください。',
      });
    }
    const row = deliveredOdds(record, {
      dataset,
      asOf,
      department: room.service,
      roomId: room.id,
      closes: band.closes.slice(0, 5),
      ...(request.licence && { licence: request.licence }),
    });
    return { outcome, rows: [{ service: room.service, row }] };
  }
}

import { readList } from '../cell/list.js';
import { readWhole } from '../cell/number.js';
import { readTimes } from '../cell/time.js';
import { readWeekdays, type WeekdayCode } from '../cell/weekday.js';
import { present, type Row, type SetAside } from '../row.js';
import { type Base, type Built, type Keyless, nameless } from './built.js';
import type { DayPart, RegularUseRecord, RoomRecord, RoomUse } from './room.record.js';
import { clockOf } from './room-times.js';

/** What departments call rooms, in the order in which the words are looked for. */
const uses: readonly (readonly [RegExp, RoomUse])[] = [
  [/保育|託児/u, 'CHILDCARE'],
  [/軽体操|多目的|ダンス|フィットネス|EXERCISE/u, 'EXERCISE'],
  [/トレーニング|TRAINING/u, 'TRAINING'],
  [/プール|水泳|POOL/u, 'POOL'],
  [/武道|柔道|剣道|弓道|BUDO/u, 'BUDO'],
  [/テニス|TENNIS/u, 'TENNIS'],
  [/グラウンド|校庭|運動場|野球|サッカー|GROUND/u, 'GROUND'],
  [/体育|アリーナ|GYM/u, 'GYM'],
  [/調理|料理|COOKING/u, 'COOKING'],
  [/音楽|視聴覚|スタジオ|MUSIC/u, 'MUSIC'],
  [/工作|工芸|美術|創作|CRAFT/u, 'CRAFT'],
  [/展示|ギャラリー|EXHIBITION/u, 'EXHIBITION'],
  [/ホール|HALL/u, 'HALL'],
  [/和室|茶室|TATAMI/u, 'TATAMI'],
  [/学習|会議|研修|講座|STUDY/u, 'STUDY'],
  [/集会|ASSEMBLY/u, 'ASSEMBLY'],
];

/** Builds the record of a row of rooms that are let. A row without facility, name or parts of the day is set aside. */
export function toRoom(row: Row, base: Base): Built<RoomRecord> {
  const [facility, room] = [row.text('facility'), row.text('room')];
  if (facility === undefined) return { identity: [], setAside: nameless(row.header('facility')) };
  if (room === undefined) return { identity: [], setAside: nameless(row.header('room')) };
  const bands = bandsOf(row);
  if (bands === undefined) return { identity: [], setAside: unlet };
  const record = present<Keyless<RoomRecord>>({
    ...base,
    number: base.number,
    municipalityCode: base.municipalityCode,
    kind: 'room',
    facility,
    room,
    roomKana: row.text('roomKana'),
    aliases: row.read('aliases', readList) ?? [],
    use: useOf(row, room),
    floor: row.text('floor'),
    capacity: row.read('capacity', readWhole),
    equipment: row.read('equipment', readList) ?? [],
    bands,
    remarks: row.text('remarks'),
  });
  return { record, identity: [facility, room] };
}

const codes: readonly WeekdayCode[] = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'];

/** Builds the record of a row of regular uses. A row without group, room, one weekday or times is set aside. */
export function toRegularUse(row: Row, base: Base): Built<RegularUseRecord> {
  for (const column of ['group', 'facility', 'room'])
    if (row.text(column) === undefined)
      return { identity: [], setAside: nameless(row.header(column)) };
  const [group = '', facility = '', room = ''] = ['group', 'facility', 'room'].map((column) =>
    row.text(column),
  );
  const days = row.read('weekday', readWeekdays)?.days ?? [];
  const [day] = days;
  const weeks = day?.weeks ?? [1, 2, 3, 4, 5];
  if (!day || days.length > 1 || day.everyOther || weeks.some((week) => week > 5))
    return { identity: [], setAside: noOneWeekday };
  const [opens, closes] = [clockOf(row, 'opens'), clockOf(row, 'closes')];
  if (opens === undefined || closes === undefined || opens >= closes)
    return { identity: [], setAside: timeless };
  const weekday = codes.indexOf(day.day) + 1;
  const record = present<Keyless<RegularUseRecord>>({
    ...base,
    number: base.number,
    municipalityCode: base.municipalityCode,
    kind: 'regular-use',
    group,
    facility,
    room,
    weekday,
    weeks,
    opens,
    closes,
    remarks: row.text('remarks'),
  });
  return { record, identity: [group, facility, room, String(weekday), opens] };
}

/** What the row says that the room is for; where it says nothing, its name does, if it does. */
function useOf(row: Row, name: string): RoomUse | undefined {
  const said = row.text('use');
  const found = uses.find(([words]) => words.test((said ?? name).normalize('NFKC')))?.[1];
  if (said !== undefined && found === undefined)
    row.note('use', {
      level: 'problem',
      code: 'ROOM_USE_UNKNOWN',
      message: `「${said}」は部屋の用途として読めません。`,
      remedy: '様式の説明にある用途の語で書いてください。',
    });
  return found;
}

/** The parts of the day in their order; nothing where one of them has no end or two overlap. */
function bandsOf(row: Row): DayPart[] | undefined {
  const spans = row.read('bands', readTimes) ?? [];
  const bands = spans.flatMap(({ start, end, nextDay }) =>
    start !== undefined && end !== undefined && !nextDay && end !== '24:00'
      ? [{ opens: start, closes: end }]
      : [],
  );
  bands.sort((one, other) => one.opens.localeCompare(other.opens));
  const overlap = bands.some(({ opens }, at) => opens < (bands[at - 1]?.closes ?? ''));
  return bands.length === 0 || bands.length < spans.length || overlap ? undefined : bands;
}

const unlet: SetAside = {
  code: 'BANDS_UNREAD',
  message: '利用区分が読めないか、時間帯が重なっています。',
  remedy: '利用区分を「09:00-13:00;13:00-16:00」のように、重ならないように書いてください。',
};

const noOneWeekday: SetAside = {
  code: 'WEEKDAY_NOT_ONE',
  message: '曜日が一つに決まりません。',
  remedy: '一行に一つの曜日を「毎週火」「第1・第3火曜日」のように書いてください。',
};

const timeless: SetAside = {
  code: 'USE_WITHOUT_TIME',
  message: '開始時刻か終了時刻が読めないか、終了が開始より前です。',
  remedy: '開始時刻と終了時刻を19:00のように書いてください。',
};

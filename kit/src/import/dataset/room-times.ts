import { readDate } from '../cell/date.js';
import { monthOf } from '../cell/month.js';
import { readTime } from '../cell/time.js';
import { present, type Row, type SetAside } from '../row.js';
import { type Base, type Built, type Keyless, nameless } from './built.js';
import type { LotteryWindowRecord, SlotRecord } from './room.record.js';

/** The time of day of a column, HH:MM; nothing where none can be read or it lies behind midnight. */
export function clockOf(row: Row, column: 'opens' | 'closes'): string | undefined {
  const at = column === 'opens' ? 'start' : 'end';
  const time = row.read(column, (cell) => readTime(cell, at));
  return time === '24:00' ? undefined : time;
}

/** Builds the record of a row of announced lotteries. A row without facility, month or days in their order is set aside. */
export function toLotteryWindow(row: Row, base: Base): Built<LotteryWindowRecord> {
  const facility = row.text('facility');
  if (facility === undefined) return { identity: [], setAside: nameless(row.header('facility')) };
  const month = monthOf(row.text('month'));
  const dayOf = (column: string) =>
    row.read(column, (cell) => readDate(cell, row.context.reference));
  const [applyFrom, applyUntil, drawOn] = [
    dayOf('applyFrom'),
    dayOf('applyUntil'),
    dayOf('drawOn'),
  ];
  if (month === undefined || !applyFrom || !applyUntil || !drawOn)
    return { identity: [], setAside: undated };
  const confirmFrom = dayOf('confirmFrom') ?? drawOn;
  const confirmUntil = dayOf('confirmUntil') ?? confirmFrom;
  const firstComeFrom = dayOf('firstComeFrom') ?? confirmUntil;
  const days = [applyFrom, applyUntil, drawOn, confirmFrom, confirmUntil];
  const inOrder = days.every((day, at) => at === 0 || day >= (days[at - 1] ?? ''));
  if (!inOrder || firstComeFrom < drawOn) return { identity: [], setAside: disordered };
  const room = row.text('room');
  const record = present<Keyless<LotteryWindowRecord>>({
    ...base,
    number: base.number,
    municipalityCode: base.municipalityCode,
    kind: 'lottery-window',
    facility,
    room,
    month,
    applyFrom,
    applyUntil,
    drawOn,
    confirmFrom,
    confirmUntil,
    firstComeFrom,
    remarks: row.text('remarks'),
  });
  return { record, identity: [facility, room ?? '', month] };
}

const states: readonly (readonly [RegExp, SlotRecord['state']])[] = [
  [/^(?:空き?|空有|あき|利用可|予約可|○|◯|〇|FREE)/u, 'FREE'],
  [/休館|休止|閉館|点検|貸出不可|利用不可|工事|CLOSED/u, 'CLOSED'],
  [/仮予約|仮押|抽選|HELD/u, 'HELD'],
  [/予約|使用|利用|×|BOOKED/u, 'BOOKED'],
];

/** Builds the record of a row of what is taken. A row without room, day, times or a state that can be read is set aside. */
export function toSlot(row: Row, base: Base): Built<SlotRecord> {
  const [facility, room] = [row.text('facility'), row.text('room')];
  if (facility === undefined) return { identity: [], setAside: nameless(row.header('facility')) };
  if (room === undefined) return { identity: [], setAside: nameless(row.header('room')) };
  const date = row.read('date', (cell) => readDate(cell, row.context.reference));
  const [opens, closes] = [clockOf(row, 'opens'), clockOf(row, 'closes')];
  if (date === undefined || opens === undefined || closes === undefined || opens >= closes)
    return { identity: [], setAside: timeless };
  const said = (row.text('state') ?? '').normalize('NFKC');
  const state = states.find(([words]) => words.test(said))?.[1];
  if (state === undefined) return { identity: [], setAside: stateless };
  const record = present<Keyless<SlotRecord>>({
    ...base,
    number: base.number,
    municipalityCode: base.municipalityCode,
    kind: 'slot',
    facility,
    room,
    date,
    opens,
    closes,
    state,
    purpose: row.text('purpose'),
    group: row.text('group'),
    remarks: row.text('remarks'),
  });
  return { record, identity: [facility, room, date, opens] };
}

const undated: SetAside = {
  code: 'LOTTERY_WITHOUT_DAYS',
  message: '利用月、抽選申込の開始日・終了日、抽選日のいずれかが読めません。',
  remedy: '利用月は2027-04、日は2027-02-01のように書いてください。',
};

const disordered: SetAside = {
  code: 'LOTTERY_DAYS_DISORDERED',
  message: '日の順が、申込開始、申込終了、抽選、確認、先着になっていません。',
  remedy: '日付の順を確かめてください。',
};

const timeless: SetAside = {
  code: 'SLOT_WITHOUT_TIME',
  message: '利用日か時刻が読めないか、終了が開始より前です。',
  remedy: '利用日は2027-04-01、時刻は09:00のように書いてください。',
};

const stateless: SetAside = {
  code: 'SLOT_WITHOUT_STATE',
  message: '利用状況が読めません。',
  remedy: '予約済、仮予約、休館、空きのどれかを書いてください。',
};

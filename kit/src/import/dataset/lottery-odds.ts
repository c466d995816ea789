import { monthOf } from '../cell/month.js';
import { readWhole } from '../cell/number.js';
import { readTime } from '../cell/time.js';
import { present, type Row, type SetAside } from '../row.js';
import { type Base, type Built, type Keyless, nameless } from './built.js';
import type { LotteryOddsRecord } from './room.record.js';

/** Builds the record of a row of lottery odds. A row without room, month, part of the day or counts is set aside. */
export function toLotteryOdds(row: Row, base: Base): Built<LotteryOddsRecord> {
  const [facility, room] = [row.text('facility'), row.text('room')];
  if (facility === undefined) return { identity: [], setAside: nameless(row.header('facility')) };
  if (room === undefined) return { identity: [], setAside: nameless(row.header('room')) };
  const month = monthOf(row.text('month'));
  const opens = row.read('opens', (cell) => readTime(cell));
  const applied = row.read('applied', readWhole);
  const won = row.read('won', readWhole);
  if (month === undefined || opens === undefined) return { identity: [], setAside: timeless };
  if (applied === undefined || won === undefined || won > applied || won < 0)
    return { identity: [], setAside: uncounted };
  const record = present<Keyless<LotteryOddsRecord>>({
    ...base,
    number: base.number,
    municipalityCode: base.municipalityCode,
    kind: 'lottery-odds',
    facility,
    room,
    month,
    opens,
    applied,
    won,
    remarks: row.text('remarks'),
  });
  return { record, identity: [facility, room, month, opens] };
}

const timeless: SetAside = {
  code: 'ODDS_WITHOUT_TIME',
  message: '利用月か開始時刻が読めません。',
  remedy: '利用月は2026-09、開始時刻は09:00のように書いてください。',
};

const uncounted: SetAside = {
  code: 'ODDS_WITHOUT_COUNT',
  message: '申込数か当選数が読めないか、当選数が申込数より多くなっています。',
  remedy: '申込数と当選数を数字で書いてください。',
};

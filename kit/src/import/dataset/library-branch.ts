import { readList } from '../cell/list.js';
import { readWhole } from '../cell/number.js';
import { readTriState } from '../cell/tri-state.js';
import { readUrl } from '../cell/url.js';
import { readWeeklyTimes } from '../cell/weekly-time.js';
import { present, type Row, type SetAside } from '../row.js';
import { type Base, type Built, type Keyless, nameless } from './built.js';
import { type ClosedWords, closedWordOf } from './closed-word.js';
import type { BranchRecord, BranchServiceRecord } from './library.record.js';
import { type ClosingTold, closingOf } from './told-opening.js';

/** Builds the record of a row of library branches. A row without a name is set aside. */
export function toBranch(row: Row, base: Base): Built<BranchRecord> {
  const name = row.text('name');
  if (name === undefined) return { identity: [], setAside: nameless(row.header('name')) };
  const triOf = (column: string) => row.read(column, readTriState) ?? 'UNKNOWN';
  const facility = row.text('facility') ?? name;
  const record = present<Keyless<BranchRecord>>({
    ...base,
    number: base.number,
    municipalityCode: base.municipalityCode,
    kind: 'library-branch',
    name,
    nameKana: row.text('nameKana'),
    facility,
    phone: row.text('phone'),
    url: row.read('url', readUrl),
    hours: row.read('hours', readWeeklyTimes) ?? [],
    hoursNote: row.text('hoursNote'),
    closedDays: closedDaysOf(row),
    readingRoom: triOf('readingRoom'),
    accessible: triOf('accessible'),
    pickup: triOf('pickup'),
    remarks: row.text('remarks'),
  });
  return { record, identity: [facility] };
}

const services: ClosedWords<BranchServiceRecord['service']> = [
  [/宅配|HOME_DELIVERY/u, 'HOME_DELIVERY'],
  [/郵送|POSTAL_LENDING/u, 'POSTAL_LENDING'],
  [/対面朗読|対面読書|FACE_TO_FACE_READING/u, 'FACE_TO_FACE_READING'],
  [/音訳|録音|RECORDING/u, 'RECORDING'],
  [/点訳|BRAILLE_TRANSCRIPTION/u, 'BRAILLE_TRANSCRIPTION'],
  [/再生機|プレイヤー|PLAYER_LOAN/u, 'PLAYER_LOAN'],
  [/拡大|ルーペ|READING_AIDS/u, 'READING_AIDS'],
  [/筆談|手話|WRITTEN_TALK/u, 'WRITTEN_TALK'],
];

/** Builds the record of a row of services. A row without branch or a kind that can be read is set aside. */
export function toBranchService(row: Row, base: Base): Built<BranchServiceRecord> {
  const branch = row.text('branch');
  if (branch === undefined) return { identity: [], setAside: nameless(row.header('branch')) };
  const service = closedWordOf(row, 'service', services);
  if (service === undefined) return { identity: [], setAside: unnamed };
  const record = present<Keyless<BranchServiceRecord>>({
    ...base,
    number: base.number,
    municipalityCode: base.municipalityCode,
    kind: 'branch-service',
    branch,
    service,
    offered: row.read('offered', readTriState) ?? 'UNKNOWN',
    forWhom: row.text('forWhom'),
    howToUse: row.text('howToUse'),
    booking: row.read('booking', readTriState) ?? 'UNKNOWN',
    fee: row.read('fee', readWhole),
    remarks: row.text('remarks'),
  });
  return { record, identity: [branch, service] };
}

function closedDaysOf(row: Row): ClosingTold[] {
  return (row.read('closedDays', readList) ?? []).flatMap((part) => {
    const rule = closingOf(part.normalize('NFKC'));
    if (rule) return [rule];
    row.note('closedDays', {
      level: 'problem',
      code: 'CLOSED_DAY_UNREADABLE',
      message: `「${part}」は休館日の決まりとして読めません。`,
      remedy: '毎週月曜日、第3金曜日、祝日、年末年始(12-29/01-03) の形で書いてください。',
    });
    return [];
  });
}

const unnamed: SetAside = {
  code: 'SERVICE_UNKNOWN',
  message: 'サービスの種類が読めません。',
  remedy: '様式の説明にある種類の語で書いてください。',
};

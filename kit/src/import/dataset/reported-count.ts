import { monthOf } from '../cell/month.js';
import { readWhole } from '../cell/number.js';
import { present, type Row, type SetAside } from '../row.js';
import { type Base, type Built, type Keyless, nameless } from './built.js';
import type { ReportedCountRecord } from './reported-count.record.js';

const measures: Readonly<Record<string, ReportedCountRecord['measure']>> = {
  参加者数: 'PARTICIPANTS',
  参加人数: 'PARTICIPANTS',
  貸出点数: 'LOANS',
  貸出冊数: 'LOANS',
  来館者数: 'VISITS',
  入館者数: 'VISITS',
  利用者数: 'VISITS',
};

const bands = ['0-5', '6-11', '12-14', '15-17', '18-64', '65+'] as const;

/** Builds the record of a row of a monthly report. A row whose month, measure, age or number cannot be read is set aside. */
export function toReportedCount(row: Row, base: Base): Built<ReportedCountRecord> {
  const department = row.text('department');
  if (department === undefined)
    return { identity: [], setAside: nameless(row.header('department')) };
  const month = monthOf(row.text('month'));
  const written = (row.text('measure') ?? '').normalize('NFKC').replaceAll(/\s/gu, '');
  const measure = measures[written] ?? codeOf(written);
  const count = row.read('count', readWhole);
  const age = bandOf(row.text('age'));
  if (month === undefined || measure === undefined || age === 'UNREAD')
    return { identity: [], setAside: unread };
  if (count === undefined || count < 0) return { identity: [], setAside: uncounted };
  const facility = row.text('facility');
  const record = present<Keyless<ReportedCountRecord>>({
    ...base,
    number: base.number,
    municipalityCode: base.municipalityCode,
    kind: 'reported-count',
    department,
    facility,
    month,
    measure,
    ageBand: age,
    count,
    remarks: row.text('remarks'),
  });
  return { record, identity: [department, facility ?? '', month, measure, age ?? ''] };
}

const codeOf = (written: string): ReportedCountRecord['measure'] | undefined =>
  Object.values(measures).find((code) => code === written);

/** The band as the statistics write it; undefined for a blank, UNREAD for one that they do not have. */
function bandOf(cell: string | undefined): string | undefined {
  if (cell === undefined) return undefined;
  const written = cell
    .normalize('NFKC')
    .replaceAll(/[歳\s]/gu, '')
    .replace(/[〜～ー−–]/u, '-')
    .replace(/以上$/u, '+');
  return bands.find((band) => band === written) ?? 'UNREAD';
}

const unread: SetAside = {
  code: 'REPORT_UNREAD',
  message: '報告月、項目、年齢階級のいずれかが読めません。',
  remedy:
    '報告月は2026-09、項目は参加者数・貸出点数・来館者数、年齢階級は0-5・6-11・12-14・15-17・18-64・65+のように書いてください。',
};

const uncounted: SetAside = {
  code: 'REPORT_WITHOUT_COUNT',
  message: '実績数が読めません。',
  remedy: '0以上の整数を書いてください。数えていなければ、その行は要りません。',
};

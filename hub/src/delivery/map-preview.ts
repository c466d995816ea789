import type { ImportRecord } from '@manabi/kit/import/dataset/record';
import { columnTitle } from '@manabi/kit/import/mapping/known-column';
import { datasetTitle } from '@manabi/kit/import/dataset/catalogue';
import type { Proposal } from '@manabi/kit/import/mapping/propose';
import type { RowOutcome } from '@manabi/kit/import/outcome';
import { readFile } from '@manabi/kit/import/read';
import { japanDay } from '@manabi/kit/japan-time';

import { municipality } from '../city/municipality.js';

/** Rows of which a preview tells in full. */
const rowsShown = 5;
/** Findings of which a preview tells. */
const findingsShown = 10;

/** What a proposal makes of a file, in Japanese: each column, what is still missing, the first rows as they would be taken, what is repaired and set aside. */
export async function mapPreview(file: string, proposal: Proposal): Promise<string> {
  const { map, missing } = proposal;
  const reading = await readFile(file, {
    map,
    scope: municipality,
    takenOn: japanDay(new Date()),
  });
  const first: RowOutcome[] = [];
  const findings: string[] = [];
  for await (const outcome of reading) {
    if (first.length < rowsShown && outcome.record) first.push(outcome);
    for (const { row, column, message } of outcome.notes)
      if (findings.length < findingsShown)
        findings.push(`  ${row}行目 ${column} ${words[outcome.kind]}: ${message}`);
  }
  const { taken, repaired, setAside } = reading.summary;
  return [
    `種類: ${datasetTitle(map.kind)}`,
    '列の対応:',
    ...columnLines(proposal),
    ...missing.map((group) => `足りない項目: ${group.join(' または ')}`),
    `行: そのまま取込 ${taken}、修正して取込 ${repaired}、除外 ${setAside}`,
    ...first.map(rowLine),
    ...findings,
    '',
  ].join('\n');
}

const words: Readonly<Record<RowOutcome['kind'], string>> = {
  taken: '取込',
  repaired: '修正して取込',
  setAside: '除外',
};

function columnLines({ map, columns }: Proposal): string[] {
  const lines = columns.map(({ name, column, reason }) =>
    column === undefined
      ? `  ${name} → （使わない）${reason}`
      : `  ${name} → ${column}（${reason}）`,
  );
  const constants = Object.entries(map.constants).map(
    ([column, text]) => `  （固定）「${text}」 → ${column}`,
  );
  const down =
    map.carriedDown.length > 0
      ? [`  空欄は上の行と同じとみなす列: ${map.carriedDown.join('、')}`]
      : [];
  const year =
    map.fiscalYear === undefined
      ? []
      : [
          `  年のない日付: ${map.fiscalYear === 'delivery' ? '渡した日に近い年' : `${map.fiscalYear}年度`}`,
        ];
  return [...lines, ...constants, ...down, ...year];
}

function rowLine({ row, kind, record }: RowOutcome): string {
  return `  ${row}行目（${words[kind]}） ${record ? said(record) : ''}`;
}

/** What a record says, by the standard names, without what only repeats the file and without how anybody is reached. */
function said(record: ImportRecord): string {
  const { kind } = record;
  return Object.entries(record)
    .filter(([field]) => !hidden.has(field))
    .flatMap(([field, value]) => {
      const words = wordsOf(value);
      return words === '' ? [] : [`${titles[field] ?? columnTitle(kind, field)}: ${words}`];
    })
    .join(' ／ ');
}

const hidden = new Set([
  'row',
  'kind',
  'key',
  'raw',
  'extra',
  'contact',
  'email',
  'phone',
  'municipalityCode',
  'location',
  'startsOn',
  'endsOn',
]);

/** Fields that are put together out of several columns. */
const titles: Readonly<Record<string, string>> = {
  occurrences: '日時',
  venue: '会場',
  applicationFrom: '申込開始',
  applicationUntil: '申込期限',
  weekdays: '曜日',
};

/** A value of a record in words; nothing where it says nothing. */
function wordsOf(value: unknown): string {
  if (Array.isArray(value)) return value.map(wordsOf).join('、');
  if (typeof value === 'string') return value === 'UNKNOWN' ? '' : value;
  if (typeof value === 'number') return String(value);
  if (typeof value !== 'object' || value === null) return '';
  const fields = new Map(Object.entries(value).map(([field, each]) => [field, wordsOf(each)]));
  const date = fields.get('date');
  if (date === undefined) return fields.get('text') ?? yenIn(fields);
  const days = [date, fields.get('lastDate')].filter((each) => each !== undefined).join('～');
  const times = [fields.get('start') ?? fields.get('time'), fields.get('end')];
  return `${days} ${times.filter((each) => each !== undefined).join('～')}`.trim();
}

function yenIn(fields: ReadonlyMap<string, string>): string {
  const yen = fields.get('yen');
  return yen === undefined ? '' : `${yen}円`;
}

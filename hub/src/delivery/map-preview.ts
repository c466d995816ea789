import type { ImportRecord } from '@manabi/kit/import/dataset/record';
import { columnTitle } from '@manabi/kit/import/mapping/known-column';
import { datasetTitle } from '@manabi/kit/import/dataset/catalogue';
import type { Note } from '@manabi/kit/import/note';
import type { Proposal } from '@manabi/kit/import/mapping/propose';
import type { RowOutcome } from '@manabi/kit/import/outcome';
import { readFile } from '@manabi/kit/import/read';
import { japanDay } from '@manabi/kit/japan-time';

import { municipality } from '../city/municipality.js';

/** Rows of which a preview tells in full. */
const rowsShown = 5;
/** Findings of which a preview tells. */
const findingsShown = 10;

/** What a proposal makes of a file, in Japanese: each column, what is still missing, the first rows as they would be taken, what is set aside and why, what somebody should look at, what is read otherwise. */
export async function mapPreview(file: string, proposal: Proposal): Promise<string> {
  const { map, missing } = proposal;
  const reading = await readFile(file, {
    map,
    scope: municipality,
    takenOn: japanDay(new Date()),
  });
  const first: RowOutcome[] = [];
  const [aside, toMend, changed] = [new Findings(), new Findings(), new Findings()];
  for await (const outcome of reading) {
    // A further session of a course is told with the course.
    if (outcome.kind !== 'setAside' && outcome.record && first.length < rowsShown)
      first.push(outcome);
    for (const note of outcome.notes)
      if (outcome.kind === 'setAside') aside.add(note.level === 'problem' ? note : undefined);
      else (note.level === 'problem' || note.remedy !== '' ? toMend : changed).add(note);
  }
  const { taken, repaired, setAside, courses, sessionRows } = reading.summary;
  return [
    `種類: ${datasetTitle(map.kind)}`,
    '列の対応:',
    ...columnLines(proposal),
    ...missing.map((group) => `足りない項目: ${group.join(' または ')}`),
    ...wayOut(proposal),
    `行: そのまま取込 ${taken}、修正して取込 ${repaired}、除外 ${setAside}`,
    ...(courses > 0 ? [`うち ${sessionRows}行は、${courses}件の講座の各回`] : []),
    ...first.map(rowLine),
    ...aside.lines('除外する行とその理由'),
    ...toMend.lines('確かめていただきたい値'),
    ...changed.lines('読み替えた値'),
    '',
  ].join('\n');
}

/** The first findings of one sort, and how many more there are. */
class Findings {
  readonly #shown: string[] = [];
  #count = 0;

  add(note: Note | undefined): void {
    if (!note) return;
    this.#count += 1;
    const { row, column, message } = note;
    if (this.#shown.length < findingsShown)
      this.#shown.push(`  ${row}行目${column === '' ? '' : ` ${column}`}: ${message}`);
  }

  lines(title: string): string[] {
    const more = this.#count - this.#shown.length;
    return this.#count === 0
      ? []
      : [
          `${title}（${this.#count}件）:`,
          ...this.#shown,
          ...(more > 0 ? [`  ほか ${more} 件`] : []),
        ];
  }
}

/** What a person may say next, where columns are missing: with a column of theirs that is not used yet. */
function wayOut({ missing, columns }: Proposal): string[] {
  const [wanted] = missing[0] ?? [];
  if (wanted === undefined) return [];
  const free = columns.find(({ column, reason }) => column === undefined && reason === '');
  return [
    `  例: --column "${free?.name ?? '列の名'}=${wanted}" を付けて、もう一度実行してください。`,
  ];
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
  return [...lines, ...constants, ...down, ...rowsLine(map.rows), ...year];
}

function rowsLine(rows: Proposal['map']['rows']): string[] {
  if (rows === undefined) return [];
  const meaning = rows === 'sessions' ? '1つの講座の各回' : '別々の催し';
  const other = rows === 'sessions' ? '--separate' : '--sessions';
  return [`  名称を上の行に任せた行: ${meaning}とみなす（違うときは ${other}）`];
}

function rowLine({ row, kind, record }: RowOutcome): string {
  return `  ${row}行目（${words[kind]}） ${record ? said(record) : ''}`;
}

/** What a record says, by the standard names, without what only repeats the file and without how anybody is reached. */
function said(record: ImportRecord): string {
  const { kind } = record;
  // The sessions of a course say its times too.
  const sessions = kind === 'event' ? (record.sessions?.length ?? 0) : 0;
  const said = sessions > 1 ? 'occurrences' : 'sessions';
  return Object.entries(record)
    .filter(([field]) => !hidden.has(field) && field !== said)
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
  'isPartlyRead',
]);

/** Fields that are put together out of several columns. */
const titles: Readonly<Record<string, string>> = {
  occurrences: '日時',
  sessions: '各回',
  venue: '会場',
  capacityText: '定員',
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
  if (fields.has('occurrences')) return sessionWords(fields);
  if (date === undefined) return fields.get('text') ?? yenIn(fields);
  const days = [date, fields.get('lastDate')].filter((each) => each !== undefined).join('～');
  const times = [fields.get('start') ?? fields.get('time'), fields.get('end')];
  return `${days} ${times.filter((each) => each !== undefined).join('～')}`.trim();
}

/** One session of a course: when it is, what about, and where. */
function sessionWords(fields: ReadonlyMap<string, string>): string {
  const number = fields.get('number');
  const [topic, venue] = [fields.get('topic'), fields.get('venue')];
  return [
    ...(number === undefined ? [] : [`第${number}回`]),
    fields.get('occurrences') ?? '',
    ...(topic === undefined ? [] : [`「${topic}」`]),
    ...(venue === undefined ? [] : [`（${venue}）`]),
  ].join(' ');
}

function yenIn(fields: ReadonlyMap<string, string>): string {
  const yen = fields.get('yen');
  return yen === undefined ? '' : `${yen}円`;
}

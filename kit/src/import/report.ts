import { datasetTitle } from './dataset/catalogue.js';
import type { FileProblem } from './file-problem.js';
import type { Note } from './note.js';
import type { RowOutcome } from './outcome.js';
import type { Summary } from './summary.js';

const levels: Readonly<Record<Note['level'], string>> = {
  repair: '修正',
  problem: '要確認',
  remark: '参考',
};
const outcomes: Readonly<Record<RowOutcome['kind'], string>> = {
  taken: '取込',
  repaired: '修正して取込',
  setAside: '除外',
};

/** The header of the table of findings that people read, as a line of CSV. */
export const reportHeader = '行,列,値,扱い,区分,内容,直し方\r\n';

/** The lines of CSV (行・列・値・内容・直し方) for the findings of one row; empty for a row taken as it was. Cells cannot act as formulas. */
export function reportLines(outcome: RowOutcome): string {
  return outcome.notes
    .map(({ row, column, value, level, message, remedy }) =>
      [String(row), column, value, outcomes[outcome.kind], levels[level], message, remedy]
        .map(csvCell)
        .join(','),
    )
    .map((line) => `${line}\r\n`)
    .join('');
}

/** One line of JSON for machines: what became of the row, its key and its findings. */
export function outcomeJson({ kind, row, record, notes, belonging }: RowOutcome): string {
  return `${JSON.stringify({ row, outcome: kind, key: record?.key, belonging, notes })}\n`;
}

/** The last line of JSON: the account of the whole file. */
export function summaryJson(summary: Summary): string {
  return `${JSON.stringify({ summary: { ...summary, preamble: summary.preamble.map(({ row }) => row) } })}\n`;
}

/** The account of a file in Japanese plain text: what it is, what was taken, repaired and set aside, and how often each finding was made. */
export function summaryText(summary: Summary): string {
  if (summary.dataset === undefined) return 'ファイルは空です。何も変更しません。\n';
  const lines = [
    `種類: ${datasetTitle(summary.dataset)}（${summary.format ?? ''}${summary.encoding ? `、${summary.encoding}` : ''}${summary.sheet ? `、シート「${summary.sheet}」` : ''}）`,
    `見出し: ${summary.headerRow ?? '?'}行目${summary.isHeaderMerged ? '（2行を1つにまとめました）' : ''}`,
    `行数 ${summary.rows}: 取込 ${summary.taken}、修正して取込 ${summary.repaired}、除外 ${summary.setAside}（ほかに空行 ${summary.blankRows}）`,
    ...(summary.courses > 0
      ? [`複数の行を各回とした講座: ${summary.courses}件（${summary.sessionRows}行）`]
      : []),
    ...listed(
      '見出しより上の行',
      summary.preamble.map(({ row }) => `${row}行目`),
    ),
    ...(summary.difference ? ['保存してある列の対応付けで読みました。'] : []),
    ...listed('対応付けのあとに増えた列（読んでいません）', summary.difference?.added ?? []),
    ...listed(
      '対応付けのあとになくなった列（読んでいなかった列）',
      summary.difference?.unread ?? [],
    ),
    ...listed('標準にない列（そのまま保存）', headersOf(summary, 'extra')),
    ...listed('個人に関わるため読まなかった列', headersOf(summary, 'withheld')),
    ...listed('読まなかったシート', summary.otherSheets),
    ...(summary.empty ? ['データの行がありません。何も変更しません。'] : []),
    ...Object.entries(summary.codes)
      .sort(([, a], [, b]) => b - a)
      .map(([code, count]) => `  ${code}: ${count}件`),
  ];
  return `${lines.join('\n')}\n`;
}

/** A file that was refused as a whole, in Japanese plain text. */
export function refusalText({ message, remedy }: FileProblem): string {
  return `ファイルを取り込めません。${message}\n直し方: ${remedy}\n`;
}

function headersOf(summary: Summary, use: 'extra' | 'withheld'): string[] {
  return summary.columns.filter((column) => column.use === use).map(({ header }) => header);
}

function listed(title: string, members: readonly string[]): string[] {
  return members.length > 0 ? [`${title}: ${members.join('、')}`] : [];
}

/** A spreadsheet runs what begins with = + - @: such cells get an apostrophe in front. */
function csvCell(text: string): string {
  const safe = /^[=+\-@\t\r]/.test(text) && !/^-?\d+(?:\.\d+)?$/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

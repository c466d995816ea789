import type { SilentDepartment } from '../pipeline/graph-answer.js';

/** What has to be known of a table by who reads it later: what was asked, when, and what is missing. */
export interface TableNotes {
  readonly document: string;
  readonly operationName: string | undefined;
  readonly variables: Readonly<Record<string, unknown>>;
  readonly list: string;
  readonly askedAt: Date;
  readonly endedAt: Date;
  readonly rows: number;
  readonly pages: number;
  /** Whether the list ends with the last row; undefined where nobody asked. */
  readonly isComplete: boolean | undefined;
  /** Whether rows are missing because a file of this kind may hold no more. */
  readonly isCutOff: boolean;
  readonly errors: number;
  /** What is missing, by message, at so many places. */
  readonly messages: ReadonlyMap<string, number>;
  readonly departments: readonly SilentDepartment[];
  /** Columns that are empty because the caller may not see them. */
  readonly withheld: readonly string[];
  /** The zone in which moments are written where a file cannot tell it. */
  readonly timeZone: string;
}

/** The notes as pairs of what is told and what it is. */
export function notesAsPairs(notes: TableNotes): [string, string][] {
  const { isComplete, isCutOff, departments, withheld } = notes;
  const silent = departments.map(
    ({ name, reason, lastGoodAt }) =>
      `${name} (${reason}; last answered ${lastGoodAt ?? 'not since the gateway started'})`,
  );
  const whole =
    isComplete === undefined ? 'not asked (no pageInfo.hasNextPage)' : yesOrNo(isComplete);
  return [
    ['Rows（行数）', String(notes.rows)],
    [
      'Whole list（全件か）',
      isCutOff ? 'no: cut off, a file of this kind holds no more rows' : whole,
    ],
    ['Errors（答えられなかった箇所）', String(notes.errors)],
    ...[...notes.messages].map(([message, times]): [string, string] => [
      'Error（内容）',
      `${times} × ${message}`,
    ]),
    ['Silent departments（応答のない部署）', silent.join('\n') || 'none'],
    ['Columns withheld（権限により空の列）', withheld.join('\n') || 'none'],
    ['Asked at（質問の時刻）', notes.askedAt.toISOString()],
    ['Answered until（回答の終わり）', notes.endedAt.toISOString()],
    ['Time zone（日時の時間帯）', notes.timeZone],
    ['Pages（ページ数）', String(notes.pages)],
    ['List（一覧）', notes.list],
    ['Operation（質問の名前）', notes.operationName ?? ''],
    ['Variables（変数）', JSON.stringify(notes.variables)],
    ['Document（質問の全文）', notes.document],
  ];
}

function yesOrNo(value: boolean): string {
  return value ? 'yes' : 'no: the list goes on';
}

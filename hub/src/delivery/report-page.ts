import { escaped } from '@manabi/portal/told-page/html';
import type { RowOutcome } from '@manabi/kit/import/outcome';

import { formsPath } from '../form/form-door.js';
import { htmlPage, tableOf, timeTag } from '../page/html-page.js';
import type { DeliveryRecord } from './delivery-record.js';
import { departmentWords, stateWords, sumOf, wayWords } from './delivery-words.js';
import type { ReportRow, ReportRows } from './report-rows.js';
import type { Standing } from './standing-record.js';

const outcomes: Readonly<Record<RowOutcome['kind'], string>> = {
  taken: '取込',
  repaired: '修正して取込',
  setAside: '除外',
};

/** The report of a delivery as a page in Japanese: what became of the file, and of each row that was repaired or set aside. */
export function reportPage(record: DeliveryRecord, rows: ReportRows, table: string): string {
  const { dataset, department, fileName, state, way, startedAt, isMapped, account, problem } =
    record;
  const { added, changed, withdrawn } = sumOf(record);
  const facts: [string, string][] = [
    ['結果', escaped(stateWords[state])],
    ['部署', escaped(departmentWords(department))],
    ['データセット', escaped(dataset)],
    ['ファイル', escaped(fileName)],
    ['届き方', wayWords[way]],
    ['日時', timeTag(startedAt)],
    ['列の読み方', isMapped ? '保存してある対応付け' : '標準の項目名'],
    ['追加・変更・取り下げ', `${added}・${changed}・${withdrawn}`],
  ];
  const list = facts.map(([name, value]) => `<dt>${name}</dt><dd>${value}</dd>`).join('\n');
  const refusal = problem
    ? `<section class="alert"><h2>取り込めない理由</h2><p>${escaped(problem.message)}</p><p>直し方: ${escaped(problem.remedy)}</p></section>`
    : '';
  return htmlPage(
    `取り込みの報告: ${dataset}`,
    `<dl>${list}</dl>${refusal}${waiting(record)}
${account === '' ? '' : `<h2>ファイル全体</h2><pre>${escaped(account)}</pre>`}
${findings(rows, table)}`,
  );
}

function waiting({ state, department }: DeliveryRecord): string {
  if (state !== 'WAITING') return '';
  return `<section class="alert"><h2>確認のお願い</h2><p>このファイルをそのまま取り込むと、いまある記録の5%を超えて取り下げることになります。
ファイルが全部そろっているか確かめてください。正しければ、?department=${escaped(department ?? '')}&amp;mode=full&amp;confirm=yes を付けてもう一度アップロードするか、
担当者が import に --confirm を付けて実行します。</p></section>`;
}

function findings({ rows, isAll }: ReportRows, table: string): string {
  if (rows.length === 0) return '<p>修正した行、除外した行はありません。</p>';
  const isToMend = ({ level, remedy }: ReportRow): boolean => level === 'problem' || remedy !== '';
  const more = isAll ? '' : `<p>多いため、はじめの${rows.length}件だけを表示しています。</p>`;
  return `<h2>行ごとの結果</h2>${more}<p><a href="${escaped(table)}" download>すべてをCSVで保存</a></p>
${findingTable('確かめていただきたい行', rows.filter(isToMend))}
${findingTable(
  '読み替えた値',
  rows.filter((row) => !isToMend(row)),
)}`;
}

function findingTable(caption: string, rows: readonly ReportRow[]): string {
  const cells = rows.map(({ row, column, value, outcome, message, remedy }) =>
    [String(row), column, value, outcomes[outcome], message, remedy].map(escaped),
  );
  if (cells.length === 0) return '';
  return tableOf(
    `${caption}（${cells.length}件）`,
    ['行', '列', '値', '扱い', '内容', '直し方'],
    cells,
  );
}

/** What a department is told of its deliveries. */
export interface DeliveryList {
  readonly department: string;
  readonly records: readonly DeliveryRecord[];
  /** The path of each report, by the delivery's number. */
  readonly links: ReadonlyMap<string, string>;
  readonly standings: readonly Standing[];
}

/** The deliveries of a department as a page in Japanese, what is late or waits before all. */
export function listPage({ department, records, links, standings }: DeliveryList): string {
  const alerts = standings.map(({ sentence }) => `<li>${escaped(sentence)}</li>`);
  const rows = records.map((record) => {
    const { added, changed, withdrawn } = sumOf(record);
    return [
      timeTag(record.startedAt),
      escaped(record.dataset),
      escaped(record.fileName),
      escaped(stateWords[record.state]),
      `${added}・${changed}・${withdrawn}`,
      `<a href="${escaped(links.get(record.id) ?? '')}">報告<span aria-hidden="true">→</span></a>`,
    ];
  });
  return htmlPage(
    `ファイルの取り込み: ${departmentWords(department)}`,
    `${alerts.length > 0 ? `<section class="alert"><h2>対応が必要です</h2><ul>${alerts.join('')}</ul></section>` : '<p>遅れているもの、確認待ちのものはありません。</p>'}
<p><a href="${formsPath}">記入様式をダウンロード</a></p>
${rows.length === 0 ? '<p>まだ何も届いていません。</p>' : tableOf('届いたファイル（新しい順）', ['日時', 'データセット', 'ファイル', '結果', '追加・変更・取り下げ', '報告'], rows)}`,
  );
}

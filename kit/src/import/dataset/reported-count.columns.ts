// A table: the headers and the form of what departments report each month (月次実績報告).
import type { DatasetColumns } from './definition.js';
import { type FormColumn, sampleNumber } from './entry.form.js';
import { placeColumns } from './place.columns.js';

/** Reported numbers: by department, facility, month and age, no persons. */
export const reportedCountColumns: DatasetColumns = {
  id: 'reported-count',
  title: '月次実績報告',
  columns: {
    code: placeColumns['code'] ?? [],
    number: ['番号', 'NO', 'ID', '報告番号'],
    department: ['部署', '担当部署', '部署名', '課名', '報告部署'],
    facility: ['施設', '施設名', '施設名称', '施設コード', '館名'],
    month: ['報告月', '実績月', '対象月', '年月', '月'],
    measure: ['項目', '集計項目', '実績項目', '指標'],
    age: ['年齢階級', '年齢区分', '年齢層', '年齢'],
    count: ['実績数', '件数', '人数', '数', '実績'],
    remarks: ['備考'],
  },
  needs: [['department'], ['month'], ['measure'], ['count']],
  marks: ['month', 'measure', 'count', 'department'],
};

/** The form in which departments report. */
export const reportedCountForm: readonly FormColumn[] = [
  {
    column: 'number',
    header: '番号',
    description: '報告の中で一つだけの番号（任意）',
    sample: sampleNumber,
  },
  {
    column: 'department',
    header: '部署',
    description: '報告する部署の名またはコード（必須）',
    sample: '図書館',
  },
  {
    column: 'facility',
    header: '施設',
    description: '施設の名またはコード。部署全体の数なら空欄',
    sample: '柳沢図書館',
  },
  {
    column: 'month',
    header: '報告月',
    description: '2026-09 の形（必須）',
    sample: '2026-09',
  },
  {
    column: 'measure',
    header: '項目',
    description: '参加者数・貸出点数・来館者数のどれか（必須）',
    sample: '貸出点数',
  },
  {
    column: 'age',
    header: '年齢階級',
    description: '0-5・6-11・12-14・15-17・18-64・65+ のどれか。分けていなければ空欄',
    sample: '65+',
  },
  {
    column: 'count',
    header: '実績数',
    description: '0以上の整数。数えていない月の行は書かない（必須）',
    sample: '1234',
  },
];

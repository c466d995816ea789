import type { Answer } from './found.js';
import { sayMoment } from './day.js';
import { departmentNames } from '../department-names.js';
import { wordOf } from './words.js';

/** Says honestly what an answer does not hold: departments that were silent, and those read some time ago. */
export function noticeOf({ found, silent }: Answer): string {
  if (!found) return 'ただいま検索できません。しばらくしてから、もう一度お試しください。';
  const names = silent.map((name) => wordOf(departmentNames, name));
  const sentences = [
    names.length > 0 && `ただいま${names.join('・')}から詳しい情報を取得できません。`,
    ...(found.readings ?? []).map(behind),
  ];
  return sentences.filter(Boolean).join('');
}

type Reading = NonNullable<NonNullable<Answer['found']>['readings']>[number];

function behind({ department, readAt, isBehind }: Reading): string {
  if (!isBehind) return '';
  const name = wordOf(departmentNames, department ?? '');
  if (!readAt) return `${name}の催しは、まだ載っていません。`;
  return `${name}の催しは、${sayMoment(readAt)}の時点のものです。`;
}

/** How many were found, or that nobody could look. */
export function countOf({ found }: Answer): string {
  const { value, isExact } = found?.totalCount ?? {};
  if (!found || value == null) return '検索できませんでした';
  if (value === 0) return '見つかりませんでした';
  return `${value.toLocaleString('ja-JP')}件${isExact ? '' : '以上'}見つかりました`;
}

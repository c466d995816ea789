import { departmentNames } from '@manabi/portal/department-names';

import type { DeliveryRecord, DeliveryState, DeliveryWay } from './delivery-record.js';

/** What became of a delivery, in Japanese. */
export const stateWords: Readonly<Record<DeliveryState, string>> = {
  TAKING: '取り込み中',
  APPLIED: '取り込みました',
  UNCHANGED: '前回と同じ内容でした',
  WAITING: '確認待ち（取り下げが多いため、何も変更していません）',
  DRY_RUN: '試し読み',
  EMPTY: 'データの行がありません',
  REFUSED: '取り込めませんでした',
  FAILED: 'システムの都合で取り込めていません（あとでもう一度試します）',
};

/** How it came, in Japanese. */
export const wayWords: Readonly<Record<DeliveryWay, string>> = {
  COMMAND: 'コマンド',
  INBOX: '投入フォルダー',
  UPLOAD: 'アップロード',
  PULL: '取得',
};

/** A department as people call it. */
export const departmentWords = (name: string | null): string =>
  name === null ? '（指定なし）' : (departmentNames[name] ?? name);

/** What a delivery did in all departments together. */
export function sumOf({ counts }: DeliveryRecord): {
  added: number;
  changed: number;
  withdrawn: number;
} {
  const sum = (name: 'added' | 'changed' | 'withdrawn'): number =>
    Object.values(counts).reduce((total, each) => total + each[name], 0);
  return { added: sum('added'), changed: sum('changed'), withdrawn: sum('withdrawn') };
}

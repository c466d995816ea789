// A table: rows that are about a place which no register has.
import type { RowOutcome } from '@manabi/kit/import/outcome';

import type { FileSetting, RoutedRow } from './routed-row.js';
import { setRowAside } from './set-aside.js';

/** A row as one whose branch of the library nobody knows. */
export const branchUnknown = (
  { file }: FileSetting,
  outcome: RowOutcome,
  value: string,
): RoutedRow =>
  setRowAside(file, outcome, {
    column: '図書館名',
    value,
    code: 'BRANCH_UNKNOWN',
    message: '図書館一覧にない名か、同じ名の図書館がいくつもあります。',
    remedy: '図書館一覧にある名で書くか、先に図書館一覧を取り込んでください。',
  });

/** A row as one whose room nobody lets. */
export const roomUnknown = ({ file }: FileSetting, outcome: RowOutcome, value: string): RoutedRow =>
  setRowAside(file, outcome, {
    column: '部屋名',
    value,
    code: 'ROOM_UNKNOWN',
    message: '貸し出している部屋の一覧にありません。',
    remedy: '施設と部屋の一覧にある名で書いてください。',
  });

/** A row as one whose facility the register does not have. */
export const facilityUnknown = (
  { file }: FileSetting,
  outcome: RowOutcome,
  value: string,
): RoutedRow =>
  setRowAside(file, outcome, {
    column: '施設名',
    value,
    code: 'FACILITY_UNKNOWN',
    message: '施設の一覧にない名か、どの施設か一つに決まらない名です。',
    remedy: '公共施設一覧にある名かコードで書くか、先に公共施設一覧を取り込んでください。',
  });

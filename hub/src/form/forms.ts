// A table: the forms that departments fill in.
import {
  type FormColumn,
  courseForm,
  deskForm,
  groupForm,
  personForm,
} from '@manabi/kit/import/dataset/entry.form';

import { branchForm, branchServiceForm } from '@manabi/kit/import/dataset/library-branch.form';
import {
  bookSetForm,
  copyForm,
  digitalItemForm,
} from '@manabi/kit/import/dataset/library-stock.form';
import { reportedCountForm } from '@manabi/kit/import/dataset/reported-count.columns';
import { formOf } from '@manabi/kit/import/list/list';
import { lists } from '@manabi/kit/import/list/lists';
import {
  lotteryOddsForm,
  lotteryWindowForm,
  regularUseForm,
  roomForm,
  slotForm,
} from '@manabi/kit/import/dataset/room.form';

/** A form that departments fill in. */
export interface Form {
  /** The Japanese name of its list. */
  readonly title: string;
  readonly columns: readonly FormColumn[];
}

/** The forms that can be written, by the words for them. */
export const forms: Readonly<Record<string, Form>> = {
  person: { title: '人材', columns: personForm },
  group: { title: '団体', columns: groupForm },
  desk: { title: '相談窓口', columns: deskForm },
  course: { title: '講座', columns: courseForm },
  report: { title: '月次実績報告', columns: reportedCountForm },
  ...Object.fromEntries(
    Object.entries(lists).map(([id, list]) => [id, { title: list.title, columns: formOf(list) }]),
  ),
  room: { title: '貸出施設・部屋', columns: roomForm },
  'regular-use': { title: '定例利用', columns: regularUseForm },
  'lottery-window': { title: '施設抽選日程', columns: lotteryWindowForm },
  'lottery-odds': { title: '施設抽選実績', columns: lotteryOddsForm },
  slot: { title: '利用枠・予約状況', columns: slotForm },
  'library-branch': { title: '図書館', columns: branchForm },
  'branch-service': { title: 'ハンディキャップサービス', columns: branchServiceForm },
  copy: { title: '所蔵', columns: copyForm },
  'book-set': { title: '学校支援図書セット', columns: bookSetForm },
  'digital-item': { title: 'デジタル化資料', columns: digitalItemForm },
};

import { writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';

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

import { type Command, CommandFault } from './command.js';

/** The forms that can be written, with what stands above each. */
const forms: Readonly<
  Record<string, { readonly title: string; readonly columns: readonly FormColumn[] }>
> = {
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

/** Writes the common entry form for departments and groups to fill in. */
export const templateCommand: Command = {
  name: 'template',
  usage: `template ${Object.keys(forms).join('|')} [--out FILE]`,
  summary:
    'Writes an empty common entry form (CSV): what to write in each column, and one sample line.',
  run: async (words) => {
    const { values, positionals } = parseArgs({
      args: [...words],
      allowPositionals: true,
      options: { out: { type: 'string' } },
    });
    const text = templateOf(positionals[0]);
    if (values.out) writeFileSync(values.out, text);
    else process.stdout.write(text);
    return 0;
  },
};

/**
 * The form as a spreadsheet opens it: lines that say what each column wants, the header, and a sample line, which an
 * import knows and leaves out. Throws a CommandFault for a kind that has no form.
 */
export function templateOf(kind: string | undefined): string {
  const form = kind === undefined ? undefined : forms[kind];
  if (!form)
    throw new CommandFault(
      `There is no form "${kind ?? ''}". Give one of ${Object.keys(forms).join(', ')}.`,
    );
  const { title, columns } = form;
  const preamble = [
    `共通入力様式（${title}）　記入例の行は消しても残しても構いません`,
    ...columns.map(({ header, description }) => `${header}：${description}`),
  ];
  const lines = [
    ...preamble.map((line) => [line]),
    columns.map(({ header }) => header),
    columns.map(({ sample }) => sample),
  ];
  return `\uFEFF${lines.map((cells) => cells.map(quoted).join(',')).join('\r\n')}\r\n`;
}

const quoted = (cell: string): string =>
  /[",\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;

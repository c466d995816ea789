import { type FormColumn, sampleNumber } from './entry.form.js';

/** The number of a row. */
export const numberColumn: FormColumn = {
  column: 'number',
  header: '番号',
  description: '一覧の中で一つだけの番号。一度使った番号は使い回さない（任意）',
  sample: sampleNumber,
  aliases: ['NO', 'ID', '管理番号'],
};

/** The branch that a row is about, under a header and others for it. */
export const branchColumn = (header: string, ...aliases: string[]): FormColumn => ({
  column: 'branch',
  header,
  description: '図書館の名。図書館一覧にあるもの（必須）',
  sample: '柳沢図書館',
  aliases,
});

/** A page. */
export const urlColumn: FormColumn = {
  column: 'url',
  header: 'ウェブページ',
  description: 'https:// で始まる',
  sample: '',
  aliases: ['URL'],
};

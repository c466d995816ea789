import writeWorkbook, { type Cell } from 'write-excel-file/node';

import type { Form } from './forms.js';

/** Empty lines of a workbook whose cells are texts: a spreadsheet makes no day out of 1-3-3-5 there. */
const linesToFill = 200;

/** A form as text (CSV, UTF-8 with a byte order mark): what each column wants, the header, and a sample line, which an import leaves out. */
export function formText({ title, columns }: Form): string {
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

/** The same as a workbook (XLSX): the form on its first sheet, how to fill it in on its second. */
export function formWorkbook({ title, columns }: Form): Promise<Buffer> {
  const bold = (value: string): Cell => ({ value, fontWeight: 'bold', backgroundColor: '#E8EEF7' });
  const text = (value: string): Cell => ({ value, type: String, format: '@' });
  const blank = columns.map((): Cell => text(''));
  const told = columns.map(({ header, description, sample }) => [header, description, sample]);
  return writeWorkbook([
    {
      sheet: '様式',
      data: [
        columns.map(({ header }) => bold(header)),
        columns.map(({ sample }) => text(sample)),
        ...Array.from({ length: linesToFill }, () => blank),
      ],
      columns: columns.map(({ header, sample }) => ({
        width: Math.min(40, 4 + 2 * Math.max(header.length, sample.length)),
      })),
      stickyRowsCount: 1,
    },
    {
      sheet: '記入のしかた',
      data: [
        [bold(`共通入力様式（${title}）`), null, null],
        ['記入例の行は消しても残しても構いません', null, null],
        ['項目名', '書き方', '記入例'].map(bold),
        ...told.map((cells) => cells.map((value): Cell => ({ value, wrap: true }))),
      ],
      columns: [{ width: 28 }, { width: 80 }, { width: 40 }],
    },
  ]).toBuffer();
}

const quoted = (cell: string): string =>
  /[",\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;

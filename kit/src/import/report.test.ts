import { expect, test } from 'vitest';
import { FileProblem } from './file-problem.js';
import type { Note } from './note.js';
import { outcomeJson, refusalText, reportLines, summaryJson, summaryText } from './report.js';
import { openSummary } from './summary.js';

const note: Note = {
  row: 4,
  column: '開始日',
  value: '5月1日, 未定',
  code: 'DATE_WITHOUT_YEAR',
  level: 'problem',
  message: '年がありません。',
  remedy: '西暦の年を加えてください。',
};

test('people read row, column, value, what it is and the remedy in one line of a table', () => {
  expect(reportLines({ kind: 'setAside', row: 4, notes: [note] })).toBe(
    '4,開始日,"5月1日, 未定",除外,要確認,年がありません。,西暦の年を加えてください。\r\n',
  );
});

test('a cell of the file cannot act as a formula in the report', () => {
  const lines = reportLines({
    kind: 'taken',
    row: 4,
    notes: [{ ...note, value: '=HYPERLINK("x")' }],
  });

  expect(lines).toContain(`"'=HYPERLINK(""x"")"`);
});

test('a row taken as it was needs no line', () => {
  expect(reportLines({ kind: 'taken', row: 4, notes: [] })).toBe('');
});

test('machines read one object a line', () => {
  expect(JSON.parse(outcomeJson({ kind: 'setAside', row: 4, notes: [note] }))).toMatchObject({
    row: 4,
    outcome: 'setAside',
    notes: [{ code: 'DATE_WITHOUT_YEAR' }],
  });
  expect(JSON.parse(summaryJson(openSummary()))).toMatchObject({
    summary: { empty: true, rows: 0 },
  });
});

test('the account names the counts, the columns that were kept apart and the findings', () => {
  const text = summaryText({
    ...openSummary(),
    empty: false,
    dataset: 'event',
    format: 'csv',
    encoding: 'UTF-8',
    headerRow: 3,
    rows: 5,
    taken: 2,
    repaired: 2,
    setAside: 1,
    columns: [
      { header: '色', use: 'extra' },
      { header: '担当者名', use: 'withheld' },
    ],
    codes: { DATE_FORM: 2 },
  });

  expect(text).toContain('行数 5: 取込 2、修正して取込 2、除外 1');
  expect(text).toContain('標準にない列（そのまま保存）: 色');
  expect(text).toContain('個人に関わるため読まなかった列: 担当者名');
  expect(text).toContain('DATE_FORM: 2件');
});

test('an empty file changes nothing and says so', () => {
  expect(summaryText(openSummary())).toContain('何も変更しません');
});

test('a refused file says what to do', () => {
  const problem = new FileProblem('NOT_A_TABLE', {
    message: '表ではありません。',
    remedy: '取り直してください。',
  });

  expect(refusalText(problem)).toBe(
    'ファイルを取り込めません。表ではありません。\n直し方: 取り直してください。\n',
  );
});

import { parse } from 'csv-parse/sync';
import { describe, expect, test } from 'vitest';
import { cellText } from './cell-text.js';
import { csvRecord } from './csv.js';
import { zoneOffset } from './zone-offset.js';

describe('several values in one cell', () => {
  const cells: [unknown, string | null][] = [
    [null, null],
    ['', ''],
    [[], ''],
    [['a'], 'a'],
    [['a', null, 'b'], 'a;;b'],
    [[''], '""'],
    [['a;b', 'c"d', 'e\nf'], '"a;b";"c""d";"e\nf"'],
    [[1, true, null, 2.5], '1;true;;2.5'],
    [[['a', 'b'], ['c']], '"a;b";c'],
    [{ any: ['x'] }, '{"any":["x"]}'],
  ];

  test.each(cells)('%j', (cell, text) => {
    expect(cellText(cell)).toBe(text);
  });

  test('can be read back with a reader of CSV', () => {
    const values = ['a;b', 'c"d', '', 'plain', 'e\nf'];
    const [read] = parse(cellText(values) ?? '', { delimiter: ';' });

    expect(read).toEqual(values);
  });
});

describe('a record', () => {
  test('can be read back by a reader of CSV, whatever its texts are', () => {
    const texts = ['a,b', 'c"d', 'e\r\nf', ' g ', 'h;i', '', '名前', '\u{1F600}', '0123', 'NULL'];
    const [read] = parse(csvRecord(texts, { keepsFormulas: false }));

    expect(read).toEqual(texts);
  });

  test.each(['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', '\r=1', '\n=1', '＝1+1', '＋1', '－1', '＠1'])(
    'is no formula: %j',
    (text) => {
      const [[guarded] = []] = parse(csvRecord([text], { keepsFormulas: false }));
      const [[kept] = []] = parse(csvRecord([text], { keepsFormulas: true }));

      expect([guarded, kept]).toEqual([`'${text}`, text]);
    },
  );

  test('leaves numbers as they are, and guards lists of texts', () => {
    expect(csvRecord([-1, -2.5, ['=a', 'b'], true], { keepsFormulas: false })).toBe(
      `-1,-2.5,"'=a;b",true\r\n`,
    );
  });
});

test.each([
  ['Asia/Tokyo', '2026-12-27T01:00:00Z', 9 * 60],
  ['UTC', '2026-12-27T01:00:00Z', 0],
  ['Europe/Berlin', '2026-03-29T00:59:59Z', 60],
  ['Europe/Berlin', '2026-03-29T01:00:00Z', 120],
  ['Asia/Kathmandu', '1969-12-31T23:59:59Z', 5 * 60 + 30],
  ['America/Los_Angeles', '2026-07-01T00:00:00Z', -7 * 60],
])('the clocks of %s at %s are %i minutes ahead', (zone, time, minutes) => {
  expect(zoneOffset(Date.parse(time), zone)).toBe(minutes * 60_000);
});

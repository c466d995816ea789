import { expect, test } from 'vitest';
import { readAudience } from './age.js';
import { readDates } from './date.js';
import { readFee } from './fee.js';
import { readLevel } from './level.js';
import { readList } from './list.js';
import { checkDigit, readMunicipalityCode } from './municipality-code.js';
import { readNumber, readWhole } from './number.js';
import { readOrganisation } from './organisation.js';
import { readPhone } from './phone.js';
import { readPoint } from './point.js';
import { readText } from './text.js';
import { readTimes } from './time.js';
import { readTriState } from './tri-state.js';
import { readUrl } from './url.js';
import { readWeekdays } from './weekday.js';

test.each([
  ['30', 30, undefined],
  ['３０', 30, 'NUMBER_FORM'],
  ['1,000円', 1000, 'NUMBER_FORM'],
  ['30名程度', 30, 'NUMBER_FORM'],
  ['約３０人', 30, 'NUMBER_FORM'],
  ['各回15名程度（先着順）', 15, 'NUMBER_FORM'],
  ['十二組', 12, 'NUMBER_FORM'],
  ['1万2千円', 12_000, 'NUMBER_FORM'],
  ['1.0', 1, undefined],
  ['1900/1/20', 20, 'NUMBER_AS_DATE'],
  ['1901/5/14', 500, 'NUMBER_AS_DATE'],
])('the number %s is %d', (cell, value, code) => {
  expect(readNumber(cell).value).toBe(value);
  expect(readNumber(cell).repairs[0]?.code).toBe(code);
});

test.each([
  ['初級25人、中級25人', 'NUMBER_SEVERAL'],
  ['30〜50人', 'NUMBER_SEVERAL'],
  ['施設による', 'NUMBER_UNREADABLE'],
  ['一括', 'NUMBER_UNREADABLE'],
  ['1,00円', 'NUMBER_SEVERAL'],
])('the number %s is not guessed', (cell, code) => {
  expect(readNumber(cell)).toMatchObject({ problem: { code }, prose: cell });
});

test('a count is neither negative nor broken', () => {
  expect(readWhole('-3').problem?.code).toBe('NUMBER_NOT_WHOLE');
  expect(readWhole('2.5').problem?.code).toBe('NUMBER_NOT_WHOLE');
  expect(readWhole('定員なし')).toMatchObject({ repairs: [], prose: '定員なし' });
});

test('a count that no place on earth could hold is a problem of its cell, not of the file', () => {
  expect(readWhole('99999999999').problem?.code).toBe('NUMBER_TOO_GREAT');
  expect(readWhole('５０００００００００名').problem?.code).toBe('NUMBER_TOO_GREAT');
  expect(readWhole('14,000,000').value).toBe(14_000_000);
});

test.each([
  ['132292', '132292', undefined],
  ['132292.0', '132292', 'CODE_FORM'],
  ['１３２２９２', '132292', 'CODE_FORM'],
  ['92011', '092011', 'CODE_RESTORED'],
  ['13229', '132292', 'CODE_RESTORED'],
])('the code %s is %s', (cell, code, repair) => {
  expect(readMunicipalityCode(cell).value).toBe(code);
  expect(readMunicipalityCode(cell).repairs[0]?.code).toBe(repair);
});

test.each(['132293', '999999', '1322', '西東京市'])('%s is no code', (cell) => {
  expect(readMunicipalityCode(cell).problem?.code).toBe('CODE_INVALID');
});

test('a code that can be restored in two ways is not restored', () => {
  const five = Array.from({ length: 37_000 }, (_, at) => String(at + 10_000)).find(
    (digits) =>
      checkDigit(`0${digits.slice(0, 4)}`) === Number(digits[4]) && Number(digits.slice(0, 2)) > 9,
  );

  expect(readMunicipalityCode(five ?? '').problem?.code).toBe('CODE_AMBIGUOUS');
});

test.each([
  ['(042)438-4037', '042-438-4037'],
  ['042(438)4037', '042-438-4037'],
  ['０４２－４３８－４０３７', '042-438-4037'],
  ['+81-42-438-4037', '042-438-4037'],
  ['42-438-4037', '042-438-4037'],
  ['0424384037', '0424384037'],
  ['0120-123-456', '0120-123-456'],
  ['電話042-438-4037（代表）', '042-438-4037'],
  ['042-438-4037、042-438-4038', '042-438-4037'],
])('the telephone %s is %s', (cell, number) => {
  expect(readPhone(cell).value?.number).toBe(number);
});

test('an extension stands apart and a mobile number is known as one', () => {
  expect(readPhone('042-464-1311（内線2714）').value).toEqual({
    number: '042-464-1311',
    extension: '2714',
    isMobile: false,
  });
  expect(readPhone('090-1234-5678').value?.isMobile).toBe(true);
});

test('a masked number and words are no telephone', () => {
  expect(readPhone('(090)0000-0000').problem?.code).toBe('PHONE_MASKED');
  expect(readPhone('窓口へ').problem?.code).toBe('PHONE_UNREADABLE');
});

test.each([
  ['35.74', '139.55', [], [35.74, 139.55]],
  ['139.55', '35.74', ['POINT_SWAPPED'], [35.74, 139.55]],
  ['３５．７４', '139.55', ['POINT_FORM'], [35.74, 139.55]],
  ['35度44分24秒', '139度33分0秒', ['POINT_FORM', 'POINT_FORM'], [35.74, 139.55]],
  ['35.74,139.55', '', ['POINT_ONE_CELL'], [35.74, 139.55]],
  ['35.74;35.75', '139.55;139.56', ['POINT_SEVERAL'], [35.74, 139.55]],
])('the point %s, %s is read', (latitude, longitude, ...[codes, [north, east]]) => {
  const reading = readPoint({ latitude, longitude });

  expect(reading.value).toEqual({ latitude: north, longitude: east });
  expect(reading.repairs.map(({ code }) => code)).toEqual(codes);
});

test.each([
  ['369.56', '139.55', 'POINT_OUTSIDE'],
  ['0', '0', 'POINT_OUTSIDE'],
  ['35.74', '', 'POINT_INCOMPLETE'],
  ['市役所前', '139.55', 'POINT_UNREADABLE'],
])('the point %s, %s is refused', (latitude, longitude, code) => {
  expect(readPoint({ latitude, longitude }).problem?.code).toBe(code);
});

test('a point outside the box that was given is refused', () => {
  const box = { south: 35.6, north: 35.8, west: 139.4, east: 139.7 };

  expect(readPoint({ latitude: '34.86', longitude: '138.32' }, box).problem?.code).toBe(
    'POINT_OUTSIDE',
  );
});

test.each([
  ['有', 'YES'],
  ['○', 'YES'],
  ['1.0', 'YES'],
  ['可（要予約）', 'YES'],
  ['無', 'NO'],
  ['×', 'NO'],
  ['なし', 'NO'],
  ['不可', 'NO'],
  ['不明', 'UNKNOWN'],
  ['△', 'UNKNOWN'],
  ['一部', 'UNKNOWN'],
  ['', undefined],
])('%s is %s', (cell, value) => {
  expect(readTriState(cell).value).toBe(value);
});

test('half an answer is a problem and its words stay', () => {
  expect(readTriState('一部')).toMatchObject({
    problem: { code: 'TRI_STATE_UNREADABLE' },
    prose: '一部',
  });
});

test('a list is parted by semicolons', () => {
  expect(readList('病後児保育；放課後児童クラブ')).toMatchObject({
    value: ['病後児保育', '放課後児童クラブ'],
    repairs: [{ code: 'LIST_FORM' }],
  });
});

test.each([
  ['https://example.jp/a', 'https://example.jp/a'],
  ['www.example.jp', 'https://www.example.jp'],
  ['ｈｔｔｐｓ://example.jp', 'https://example.jp'],
  ['https://example.jp/a https://example.jp/b', 'https://example.jp/a'],
])('the address %s is %s', (cell, url) => {
  expect(readUrl(cell).value).toBe(url);
});

test.each(['javascript:alert(1)', '準備中', 'http://'])('%s is no address', (cell) => {
  expect(readUrl(cell).problem?.code).toBe('URL_UNREADABLE');
});

test('text loses what machines left in it and says so', () => {
  expect(readText('一行目<br>二行目&amp;三')).toMatchObject({
    value: '一行目\n二行目&三',
    repairs: [{}, {}],
  });
  expect(readText('="0012"').value).toBe('0012');
  expect(readText('#REF!').problem?.code).toBe('FORMULA_ERROR');
  expect(readText('高\ufffd橋').problem?.code).toBe('UNDECODABLE');
  expect(readText('高\ue000橋').problem?.code).toBe('GAIJI');
  expect(readText('ごく普通の文')).toEqual({ value: 'ごく普通の文', repairs: [] });
});

test('a cell as long as a book keeps no reader busy', () => {
  const before = performance.now();
  for (const piece of [
    '5月1日(土)・',
    '9:00〜',
    '無料3歳',
    '1,000',
    '(042)421-',
    '月・',
    '※（',
    'http://',
    '35.7;',
  ]) {
    const cell = piece.repeat(100_000);
    readDates(cell);
    readTimes(cell);
    readWeekdays(cell);
    readNumber(cell);
    readPhone(cell);
    readAudience(cell);
    readText(cell);
    readTriState(cell);
    readUrl(cell);
    readFee({ basic: cell, detail: cell });
    readPoint({ latitude: cell, longitude: '' });
    readOrganisation(cell);
  }

  expect(performance.now() - before).toBeLessThan(5000);
});

test.each([
  ['初心者', 'BEGINNER'],
  ['入門コース', 'BEGINNER'],
  ['中級', 'INTERMEDIATE'],
  ['上級者向け', 'ADVANCED'],
  ['どなたでも', 'ALL'],
  ['初級〜中級', undefined],
  ['Aクラス', undefined],
])('the level %s is %s', (cell, value) => {
  const reading = readLevel(cell);

  expect(reading.value).toBe(value);
  expect(reading.problem?.code).toBe(value ? undefined : 'LEVEL_UNREADABLE');
});

import { expect, test } from 'vitest';

import { VenueMatcher } from './matcher.rules.js';
import { formsOf, knownStems, plainForm } from './name-forms.rules.js';
import { aRegister } from './register.builder.js';
import { type Spelling, spellings } from './spellings.builder.js';
import { houseKinds } from './venue-words.rules.js';

const register = aRegister();
const matcher = new VenueMatcher(register);
const realForms = new Set(formsOf(register).map(({ text }) => text));

const known = spellings.filter((_, at) => at % 2 === 0);
const withheld = spellings.filter((_, at) => at % 2 === 1);

/** How a list of spellings was read: what was connected rightly and wrongly, and what was left to a person. */
function scored(list: readonly Spelling[]) {
  const wrong: string[] = [];
  const missed: string[] = [];
  let right = 0;
  for (const [text, facility, room] of list) {
    const { verdict, facilityCode, room: found, reason } = matcher.read(text);
    const isRight = facility !== null && facilityCode === `132292-${facility}`;
    if (facilityCode && !isRight) wrong.push(`${text} → ${facilityCode}`);
    else if (isRight && room !== undefined && found !== room) wrong.push(`${text} → ${found}`);
    else if (isRight) right += 1;
    else if (facility !== null) missed.push(`${text} ${verdict} ${reason}`);
  }
  const houses = list.filter(([, facility]) => facility !== null).length;
  return { wrong, missed, recall: right / houses };
}

const show = (name: string, { wrong, missed, recall }: ReturnType<typeof scored>) => {
  if (!process.env['MANABI_SHOW_VENUES']) return;
  process.stdout.write(`${name}: ${recall}\n${[...wrong, '--', ...missed].join('\n')}\n`);
};

test('of the spellings used while building, all houses are found and none is wrong', () => {
  const result = scored(known);
  show('known', result);

  expect(result.wrong).toEqual([]);
  expect(result.recall).toBe(1);
});

test('of the spellings withheld while building, none leads to a wrong house, and nineteen in twenty to the right one', () => {
  const result = scored(withheld);
  show('withheld', result);

  expect(result.wrong).toEqual([]);
  expect(result.recall).toBeGreaterThan(0.95);
});

test('no house that the register does not have is invented from the parts of those that it has', () => {
  const stems = [...knownStems(register)].filter((stem) => !realForms.has(stem));
  const invented = stems
    .flatMap((stem) => houseKinds.map(({ word }) => stem + word))
    .filter((name) => !realForms.has(name));

  const connected = invented.filter((name) => matcher.read(name).facilityCode !== null);

  expect(invented.length).toBeGreaterThan(1_000);
  expect(connected).toEqual([]);
});

/** A name with each of its letters left out, and with each two neighbours swapped. */
function slipsOf(name: string): string[] {
  return Array.from(name).flatMap((letter, at) => {
    const lost = name.slice(0, at) + name.slice(at + 1);
    return [lost, lost.slice(0, at + 1) + letter + lost.slice(at + 1)];
  });
}

test('a name that lost a letter, or had two swapped, leads to its own house or to none', () => {
  const read = register.flatMap(({ code, name }) =>
    slipsOf(name.ja)
      .filter((written) => !realForms.has(plainForm(written)))
      .map((written) => ({ written, code, found: matcher.read(written).facilityCode })),
  );

  const wrong = read.filter(({ code, found }) => found !== null && found !== code);
  const right = read.filter(({ code, found }) => found === code);

  expect(wrong).toEqual([]);
  expect(right.length / read.length).toBeGreaterThan(0.25);
});

test('a house of another city is never one of ours, whatever its name', () => {
  const cities = ['小平市', '東久留米市立', '練馬区立', '武蔵野市', '清瀬', '八王子市立', '横浜市'];
  const connected = register
    .flatMap(({ name }) => cities.map((city) => city + name.ja))
    .filter((name) => matcher.read(name).facilityCode !== null);

  expect(connected).toEqual([]);
});

test('what stands beside a house is not the house', () => {
  const besides = [
    '前バス停',
    '付近',
    '隣の空き地',
    '跡地',
    '裏の公園',
    '友の会',
    '分館',
    'ほか2館',
  ];
  const connected = register
    .flatMap(({ name }) => besides.map((beside) => name.ja + beside))
    .filter((name) => matcher.read(name).facilityCode !== null);

  expect(connected).toEqual([]);
});

test('an address tells a namesake in another city from ours, and helps a slip of the pen', () => {
  expect(matcher.read('中央図書館', '東京都西東京市南町五丁目6番11号').verdict).toBe('CERTAIN');
  expect(matcher.read('中央図書館', '東京都小平市小川町2-1325').facilityCode).toBeNull();
  expect(matcher.read('柳橋出張書', '西東京市新町一丁目4-25').facilityCode).toBe('132292-0104');
});

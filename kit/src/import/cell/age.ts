import { kanji2number } from '@geolonia/japanese-numeral';
import { blank, type Reading, refused, tooLong } from './reading.js';

/** For whom a thing is meant, after the audience list of the national learning-information systems (対象者). */
export type AudienceGroup =
  | 'INFANT'
  | 'ELEMENTARY'
  | 'JUNIOR_HIGH'
  | 'HIGH_SCHOOL'
  | 'YOUTH'
  | 'ADULT'
  | 'SENIOR'
  | 'WORKER'
  | 'MEN'
  | 'WOMEN'
  | 'PARENT_CHILD'
  | 'ANYONE';

/** Ages as a half-open span of months of life: 65歳以上 is from 780; 18歳未満 is below 216; 3歳まで is below 48. */
export interface AgeRange {
  readonly fromMonths?: number;
  readonly belowMonths?: number;
}

/** For whom: the words as written, the groups they name, and the ages they name explicitly. */
export interface Audience extends AgeRange {
  readonly text: string;
  readonly groups: readonly AudienceGroup[];
}

/** School years as months of life: a child enters elementary school between its sixth and seventh birthday. */
const stages: readonly (readonly [name: RegExp, from: number, below: number])[] = [
  [/^小(?:学)?([1-6])年?生?/u, 72, 84],
  [/^中(?:学)?([1-3])年?生?/u, 144, 156],
  [/^高校?([1-3])年?生?/u, 180, 192],
  [/^小学(?:生|校)?(?:の児童)?/u, 72, 156],
  [/^中学(?:生|校)?/u, 144, 192],
  [/^高校(?:生)?/u, 180, 228],
  [/^(?:未就学児|未就学|就学前(?:の?(?:乳幼児|児童|お?子さん|子ども))?)/u, 0, 84],
  [/^乳幼児/u, 0, 84],
  [/^幼児/u, 12, 84],
  [/^乳児/u, 0, 12],
  [/^(?:成人|大人|おとな)/u, 216, Number.POSITIVE_INFINITY],
];

const groupWords: readonly (readonly [RegExp, AudienceGroup])[] = [
  [/幼児|乳児|未就学|就学前|園児|赤ちゃん/u, 'INFANT'],
  [/小学|小中学|小・中学|児童(?!館|センター)/u, 'ELEMENTARY'],
  [/中学|小中学/u, 'JUNIOR_HIGH'],
  [/高校生|高校[1-3]/u, 'HIGH_SCHOOL'],
  [/青少年|青年|若者/u, 'YOUTH'],
  [/大学生|成人|大人|おとな|一般/u, 'ADULT'],
  [/高齢|シニア|(?:6[05]|7\d)歳以上/u, 'SENIOR'],
  [/在勤者|勤労者|働く/u, 'WORKER'],
  [/男性|父親|パパ/u, 'MEN'],
  [/女性|母親|ママ|妊婦/u, 'WOMEN'],
  [/親子|保護者/u, 'PARENT_CHILD'],
  [/どなたでも|誰でも|だれでも|制限なし|不問|すべての方/u, 'ANYONE'],
];

const age =
  /^(?:満)?(?:(\d{1,3})(?:歳|才)(?:(\d{1,2})(?:か月|ヶ月|ケ月|カ月|ヵ月|箇月))?(半)?|(\d{1,3})(?:か月|ヶ月|ケ月|カ月|ヵ月|箇月))児?/u;

/** Reads 対象者 or 受入年齢. Groups and ages only where the words name them; several spans or none leave the ages unsaid. */
export function readAudience(cell: string): Reading<Audience> {
  const text = cell.trim();
  if (text === '' || /^[-‐-―−ー]$/u.test(text)) return blank;
  if (tooLong(text)) return { value: { text, groups: [] }, repairs: [] };
  const [, before, agesApart] = /^(.*)（対象年齢：([^（）]+)）$/su.exec(text) ?? [];
  const words = plain(before ?? text);
  const groups = groupWords.filter(([pattern]) => pattern.test(words)).map(([, group]) => group);
  // Ages that are said apart are all the ages that are meant: 小学生 before them names a group only.
  const spans = spansOf(agesApart === undefined ? words : plain(agesApart));
  const contradictory = spans.find(
    ({ fromMonths = 0, belowMonths }) => belowMonths !== undefined && belowMonths <= fromMonths,
  );
  if (contradictory) {
    return { ...refused(text, reversed(text)), value: { text, groups } };
  }
  const only = spans.length === 1 ? spans[0] : undefined;
  return { value: { text, groups, ...only }, repairs: [] };
}

function plain(text: string): string {
  return text
    .normalize('NFKC')
    .replaceAll(/\s/g, '')
    .replaceAll(/[〜～∼‐-―−-]/gu, '~')
    .replaceAll(/[〇一二三四五六七八九十]+(?=[歳才])/gu, (digits) => String(kanji2number(digits)));
}

interface Bound {
  readonly from: number;
  readonly below: number;
  readonly length: number;
}

function spansOf(words: string): AgeRange[] {
  const spans: AgeRange[] = [];
  let rest = words;
  while (rest !== '') {
    const first = boundAt(rest);
    if (!first) {
      rest = rest.slice(1);
      continue;
    }
    rest = rest.slice(first.length);
    const joint = /^(?:から|以上)?[~、]?(?=.)|^から/u.exec(rest)?.[0] ?? '';
    const second = /[~]|から|以上/u.test(joint)
      ? boundAt(rest.slice(joint.length), first)
      : undefined;
    if (second) rest = rest.slice(joint.length + second.length);
    const span = second ? closed(first, { second, rest }) : single(first, rest);
    if (span) spans.push(span);
  }
  return spans;
}

function boundAt(text: string, before?: Bound): Bound | undefined {
  const match = age.exec(text);
  if (match) {
    const [whole, years, months, half, onlyMonths] = match;
    const from =
      onlyMonths === undefined
        ? Number(years) * 12 + Number(months ?? (half ? 6 : 0))
        : Number(onlyMonths);
    const isExactMonth = onlyMonths !== undefined || months !== undefined;
    return { from, below: from + (isExactMonth ? 1 : 12), length: whole.length };
  }
  for (const [pattern, from, below] of stages) {
    const stage = pattern.exec(text);
    if (!stage) continue;
    const later = stage[1] === undefined ? 0 : (Number(stage[1]) - 1) * 12;
    return {
      from: from + later,
      below: below + (stage[1] === undefined ? 0 : later + 12),
      length: stage[0].length,
    };
  }
  const grade = before && before.from >= 72 ? /^([1-6])年生/u.exec(text) : null;
  if (!grade || !before) return undefined;
  const base = before.from < 144 ? 72 : before.from < 180 ? 144 : 180;
  const from = base + (Number(grade[1]) - 1) * 12;
  return { from, below: from + 24, length: grade[0].length };
}

function closed(first: Bound, { second, rest }: { second: Bound; rest: string }): AgeRange {
  const excludes = /^(?:未満|に満たない)/u.test(rest);
  return { fromMonths: first.from, belowMonths: excludes ? second.from : second.below };
}

function single(bound: Bound, rest: string): AgeRange | undefined {
  if (/^(?:児)?(?:以上|から|以降|~$)/u.test(rest) || rest === '~')
    return { fromMonths: bound.from };
  if (/^(?:未満|に満たない|より下)/u.test(rest)) return { belowMonths: bound.from };
  if (/^(?:以下|まで|迄)/u.test(rest)) return { belowMonths: bound.below };
  if (/^[0-9]/u.test(rest)) return undefined;
  return Number.isFinite(bound.below)
    ? { fromMonths: bound.from, belowMonths: bound.below }
    : { fromMonths: bound.from };
}

function reversed(text: string): { code: string; message: string; remedy: string } {
  return {
    code: 'AGE_REVERSED',
    message: `「${text}」は上の年齢が下の年齢より小さくなっています。`,
    remedy: '対象の年齢を確認してください。',
  };
}

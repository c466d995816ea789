import type { Tri } from '../../generated/public-graph.js';
import { cellOf } from '../csv/csv-line.js';
import type { SubjectKey } from '../field-words.js';
import { inJapan } from '../japan-clock.js';
import { type Standing, remarksCell } from '../sample-mark.js';
import type { Column } from '../sheet.js';

/** What every row of the common entry form has. */
export interface Entry {
  readonly name: { readonly ja: string; readonly kana: string | null } | null;
  readonly summary: { readonly ja: string } | null;
  readonly subjects: readonly (SubjectKey | null)[] | null;
  readonly confirmedAt: string | null;
  readonly provenance: Standing | null;
}

/** Hours of a weekday, 1 is Monday. */
export interface WeeklyTime {
  readonly weekday: number | null;
  readonly from: string | null;
  readonly to: string | null;
}

const weekdays = '月火水木金土日';

/** 水 09:00-12:00;土 13:00-17:00, as the form writes it. */
export function weeklyCell(times: readonly WeeklyTime[] | null): string {
  return (times ?? [])
    .filter(({ weekday, from, to }) => weekday !== null && from !== null && to !== null)
    .toSorted((one, other) => (keyOf(one) < keyOf(other) ? -1 : 1))
    .map(({ weekday, from, to }) => `${weekdays[(weekday ?? 1) - 1]} ${from}-${to}`)
    .join(';');
}

const keyOf = ({ weekday, from, to }: WeeklyTime): string => `${weekday} ${from} ${to}`;

/** 有 or 無 (or other words for them); blank is not known. */
export function triCell(
  tri: Tri | null,
  [yes, no]: readonly [string, string] = ['有', '無'],
): string {
  if (tri === 'YES') return yes;
  return tri === 'NO' ? no : '';
}

/** 名, カナ, 内容 and 分野 under the form's headers. */
export const entryColumns = (name: string, summary: string): readonly Column<Entry>[] => [
  [name, (row) => cellOf(row.name?.ja)],
  [`${name}カナ`, (row) => cellOf(row.name?.kana)],
  [summary, (row) => cellOf(row.summary?.ja)],
  ['分野（NDC）', ({ subjects }) => ndcCell(subjects)],
];

/** The last columns of every form. */
export const closingColumns: readonly Column<Entry>[] = [
  ['最終確認日', ({ confirmedAt }) => (confirmedAt ? inJapan(confirmedAt).date : '')],
  ['備考', ({ provenance }) => remarksCell(provenance)],
];

function ndcCell(subjects: Entry['subjects']): string {
  return (subjects ?? []).flatMap((key) => (key?.scheme === 'NDC' ? [key.code] : [])).join(';');
}

import type { ClosingKind } from '../generated/public-graph.js';
import { cellOf } from './csv/csv-line.js';

/** Hours of one weekday, 1 is Monday. */
export interface Hours {
  readonly weekday: number | null;
  readonly opensAt: string | null;
  readonly closesAt: string | null;
}

/** A rule by which a place is closed. */
export interface Closing {
  readonly rule: ClosingKind | null;
  readonly weekday: number | null;
  readonly nth: number | null;
  readonly from: string | null;
  readonly to: string | null;
}

/** When a place is open, as the graph says it. */
export interface Opening {
  readonly hours: readonly Hours[] | null;
  readonly closedDays?: readonly Closing[] | null;
  readonly hoursNote: string | null;
}

/** 利用可能曜日, 開始時間, 終了時間, 利用可能日時特記事項. */
export type OpeningCells = readonly [days: string, opens: string, closes: string, note: string];

const weekdays = '月火水木金土日';

/**
 * Writes the columns of opening hours: days and one pair of times where every day has the same, else the hours of
 * each day in the note, which the reading of files knows; rules of closing stand in the note.
 */
export function openingCells({ hours, closedDays, hoursNote }: Opening): OpeningCells {
  const known = (hours ?? []).filter(isWhole).toSorted(byTime);
  const spans = new Set(known.map(spanOf));
  const days = [...new Set(known.map(({ weekday }) => weekday))];
  const isOne = spans.size === 1 && days.length === known.length;
  const [first] = known;
  const note = [
    known.length > 0 && !isOne ? `利用時間：${known.map(inWords).join(';')}` : '',
    closedDays && closedDays.length > 0 ? `休館日：${closedDays.map(closingWords).join(';')}` : '',
    hoursNote ?? '',
  ];
  return [
    days.map((day) => weekdays[day - 1]).join(''),
    isOne && first ? first.opensAt : '',
    isOne && first ? first.closesAt : '',
    cellOf(note.filter((line) => line !== '').join('\n')),
  ];
}

type Known = { readonly [Name in keyof Hours]: NonNullable<Hours[Name]> };

const isWhole = (hours: Hours): hours is Known =>
  hours.weekday !== null && hours.opensAt !== null && hours.closesAt !== null;

const spanOf = ({ opensAt, closesAt }: Known): string => `${opensAt}-${closesAt}`;

const byTime = (one: Known, other: Known): number =>
  one.weekday - other.weekday || (one.opensAt < other.opensAt ? -1 : 1);

const inWords = (hours: Known): string => `${weekdays[hours.weekday - 1]} ${spanOf(hours)}`;

function closingWords({ rule, weekday, nth, from, to }: Closing): string {
  const day = weekday === null ? '' : `${weekdays[weekday - 1]}曜日`;
  switch (rule) {
    case 'WEEKDAY':
      return `毎週${day}`;
    case 'NTH_WEEKDAY':
      return `第${nth ?? ''}${day}`;
    case 'HOLIDAY':
      return '祝日';
    default:
      return `年末年始(${from ?? ''}/${to ?? ''})`;
  }
}

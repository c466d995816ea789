import { audienceCell } from '../audience-words.js';
import { cellOf } from '../csv/csv-line.js';
import { type DateCells, dateCells } from '../event-dates.js';
import { feeCells } from '../fee-words.js';
import { endInJapan, inJapan } from '../japan-clock.js';
import type { Offered } from '../offered.js';
import { pointCells } from '../place-words.js';
import type { Column, Setting } from '../sheet.js';

const dates = new WeakMap<Offered, DateCells>();

/** The cells of dates and times, worked out once for a row. */
export function datesOf(row: Offered): DateCells {
  const known = dates.get(row);
  if (known) return known;
  const cells = dateCells(row.times);
  dates.set(row, cells);
  return cells;
}

/** The name in English, where a person wrote it. */
export const englishOf = ({ node: { title } }: Offered): string =>
  title?.en?.origin === 'HUMAN' ? cellOf(title.en.text) : '';

/** Who may be asked: the department that offers it, by its name. */
export const departmentOf = ({ node }: Offered, { departments }: Setting): string => {
  const code = node.provenance?.department ?? '';
  return cellOf(departments.get(code) ?? code);
};

/** The venue as its department wrote it, else the facility and the room. */
export const venueOf = ({ venue, node }: Offered): string =>
  cellOf(node.venueText ?? [venue?.name?.ja, node.roomText].filter(Boolean).join('　'));

/** The last day of application. */
export const closingDay = ({ node: { applyPeriod } }: Offered): string =>
  applyPeriod?.closesAt ? endInJapan(applyPeriod.closesAt).date : '';

/** The time of the last day of application; blank where the whole day counts. */
export const closingTime = ({ node: { applyPeriod } }: Offered): string => {
  const time = applyPeriod?.closesAt ? endInJapan(applyPeriod.closesAt).time : '';
  return time === '24:00' ? '' : time;
};

/** The first day and time of application. */
export const openingMoment = ({ node: { applyPeriod } }: Offered): readonly [string, string] => {
  if (!applyPeriod?.opensAt) return ['', ''];
  const { date, time } = inJapan(applyPeriod.opensAt);
  return [date, time === '00:00' ? '' : time];
};

/** For whom, with the ages. */
export const audienceOf = ({ node }: Offered): string => audienceCell(node.audiences, node.ages);

/** Columns that stand under the same headers in several sheets. */
export const dateColumns = (
  headers: readonly [string, string, string, string, string],
): readonly Column<Offered>[] => [
  [headers[0], (row) => datesOf(row).startDate],
  [headers[1], (row) => datesOf(row).endDate],
  [headers[2], (row) => datesOf(row).startTime],
  [headers[3], (row) => datesOf(row).endTime],
  [headers[4], (row) => datesOf(row).note],
];

/** 緯度 and 経度 of the venue. */
export const venuePoint: readonly Column<Offered>[] = [
  ['緯度', ({ venue }) => pointCells(venue?.point)[0]],
  ['経度', ({ venue }) => pointCells(venue?.point)[1]],
];

/** 料金(基本) and 料金(詳細). */
export const feeColumns: readonly Column<Offered>[] = [
  ['料金(基本)', ({ node }) => feeCells(node.fee)[0]],
  ['料金(詳細)', ({ node }) => cellOf(feeCells(node.fee)[1])],
];

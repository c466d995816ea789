import { smallestCell } from '@manabi/kit/value/guarded-count';
import { invariant } from '@manabi/kit/problem';

import { StatisticCellState as State } from './statistic-codes.js';
import type { ResidentRow } from './counts.repository.js';
import { ageBands } from './statistic-dimensions.js';
import type { StatisticCell } from './statistic-table.entity.js';

/**
 * People of an age band, in some districts or in the whole city where none is named; null where nobody counted, or the
 * register cuts the ages differently.
 */
export function peopleOf(
  residents: readonly ResidentRow[],
  band: string,
  districts: readonly string[] | null,
): number | null {
  const ages = ageBands.find(({ code }) => code === band);
  invariant(ages, `no age band ${band}`);
  const here = residents.filter(
    ({ district }) => districts === null || (district !== null && districts.includes(district)),
  );
  const end = ages.max ?? Infinity;
  const isWithin = ({ min, max }: ResidentRow) => min >= ages.min && (max ?? Infinity) <= end;
  const isAcross = (row: ResidentRow) =>
    !isWithin(row) && row.min <= end && (row.max ?? Infinity) >= ages.min;
  if (here.length === 0 || here.some(isAcross)) return null;
  const within = here.filter(isWithin);
  return within.length === 0 ? null : within.reduce((sum, { count }) => sum + count, 0);
}

/** A number per 1,000 people; held back where these are few, and missing where nobody counted them. */
export function perThousand(cell: StatisticCell, people: number | null): StatisticCell {
  if (cell.state !== State.SHOWN || cell.value === null) return cell;
  if (people === null) return withValue(cell, null, State.MISSING);
  if (people < smallestCell) return withValue(cell, null, State.SUPPRESSED);
  return withValue(cell, Math.round((cell.value * 100_000) / people) / 100, State.SHOWN);
}

/** The same cell with another value. */
export const withValue = (
  { measure, told, expected, missing }: StatisticCell,
  value: number | null,
  state: State,
): StatisticCell => ({ measure, value, state, told, expected, missing });

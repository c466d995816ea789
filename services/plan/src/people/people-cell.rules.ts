import {
  StatisticCellState as State,
  StatisticDimensionCode as Dimension,
  StatisticMeasureCode as Measure,
} from '../statistic-table/statistic-codes.js';
import type { StatisticCell } from '../statistic-table/statistic-table.entity.js';
import { nobodyIsTold } from '../snapshot/threshold.rules.js';
import { type PeopleCell, cellName } from './people-block.js';
import type { ClosedPeriod } from './people-cells.repository.js';
import { type CubePlace, cellAt } from './people-line.rules.js';
import { type CubedMeasure, peopleCubes } from './people-cubes.js';

/** One measure of people as far as a question needs it. */
export interface AskedPeople {
  readonly measure: CubedMeasure;
  readonly place: CubePlace;
  readonly periods: ReadonlyMap<string, ClosedPeriod>;
  /** By the names of `cellName`. */
  readonly cells: ReadonlyMap<string, PeopleCell>;
  /** What the caller wants to be held back; counts only where it is stricter. */
  readonly smallestCell: number;
}

/** The cell of a line: as it was decided when its period was closed; missing where that is not over. */
export function peopleCell(
  asked: AskedPeople,
  codeOf: (dimension: Dimension) => string | undefined,
): StatisticCell {
  const { measure, place, periods, cells } = asked;
  const { period, keys } = cellAt(place, codeOf);
  const closed = periods.get(period);
  const department = codeOf(Dimension.DEPARTMENT) ?? place.fixed[Dimension.DEPARTMENT];
  const departments = (closed?.departments ?? silentOf(measure)).filter(
    ({ code }) => department === undefined || code === department,
  );
  const silent = departments.filter(({ told }) => !told);
  const cell = cells.get(cellName(period, place.dimensions.join(), keys));
  const isMissing = !closed || (departments.length > 0 && silent.length === departments.length);
  return {
    measure,
    ...(isMissing ? { value: null, state: State.MISSING } : told(asked, closed, cell)),
    told: departments.length - silent.length,
    expected: departments.length,
    missing: silent.map(({ code }) => ({ code })),
  };
}

/** Participants in per cent of applicants: made of two cells that are shown, so that it tells no more than they do. */
export function rateCell(participants: StatisticCell, applicants: StatisticCell): StatisticCell {
  const states = [participants.state, applicants.state];
  const missing = [...participants.missing, ...applicants.missing].filter(
    ({ code }, at, all) => all.findIndex((each) => each.code === code) === at,
  );
  const shared = {
    measure: Measure.ATTENDANCE_RATE,
    told: Math.min(participants.told, applicants.told),
    expected: Math.max(participants.expected, applicants.expected),
    missing,
  };
  if (states.includes(State.MISSING) || applicants.value === 0)
    return { ...shared, value: null, state: State.MISSING };
  if (participants.value === null || applicants.value === null)
    return { ...shared, value: null, state: State.SUPPRESSED };
  const value = Math.round((participants.value * 1_000) / applicants.value) / 10;
  return { ...shared, value, state: State.SHOWN };
}

const silentOf = (measure: CubedMeasure) =>
  peopleCubes[measure].departments.map((code) => ({ code, told: false }));

function told(
  { measure, smallestCell }: AskedPeople,
  closed: ClosedPeriod,
  cell: PeopleCell | undefined,
): Pick<StatisticCell, 'value' | 'state'> {
  const hidden = { value: null, state: State.SUPPRESSED };
  if (closed.smallestCell >= nobodyIsTold || cell?.hidden) return hidden;
  const value = cell?.value ?? 0;
  if (value > 0 && value < smallestCell * peopleCubes[measure].acts) return hidden;
  return { value, state: State.SHOWN };
}

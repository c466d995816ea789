import type { EntityManager } from '@mikro-orm/postgresql';

import { StatisticDimensionCode as Dimension } from '../statistic-table/statistic-codes.js';
import { keepAtoms, liveAtoms, tellers } from './people-atoms.repository.js';
import { type PeopleCell, cellName, decideBlock } from './people-block.js';
import { type PeopleOf, cellsOf, closePeriod, closedPeriods } from './people-cells.repository.js';
import { type CubedMeasure, cubedMeasures, peopleCubes } from './people-cubes.js';
import { yearOf } from './period.rules.js';
import { type Sealing, smallestOf, whoTold } from './seal-people.repository.js';

/** What became of the correction of one measure in a month. */
export interface Corrected {
  readonly measure: string;
  readonly outcome: 'CORRECTED' | 'UNCHANGED' | 'KEPT';
}

/**
 * Tells a closed month anew, where that tells nothing of few people: every number stays, or changes by as many as are
 * held back. Else all of it is kept as it was. Once its year is closed, so is the month.
 */
export async function correctMonth(
  em: EntityManager,
  sealing: Sealing,
  month: string,
): Promise<Corrected[]> {
  const done: Corrected[] = [];
  for (const measure of cubedMeasures)
    for (const sample of [false, true]) {
      const outcome = await correctMeasure(em, { measure, sample }, { sealing, month });
      if (outcome !== null && !sample) done.push({ measure, outcome });
    }
  return done;
}

async function correctMeasure(
  em: EntityManager,
  of: PeopleOf & { measure: CubedMeasure },
  { sealing, month }: { sealing: Sealing; month: string },
): Promise<Corrected['outcome'] | null> {
  const closed = await closedPeriods(em, of, sealing.since);
  if (!closed.some(({ period }) => period === month)) return null;
  if (closed.some(({ period }) => period === yearOf(month))) return 'KEPT';
  const old = await cellsOf(em, of, { snapshot: sealing.since, periods: [month] });
  const atoms = (await liveAtoms(em, of.measure, of.sample)).filter((atom) => atom.month === month);
  const smallest = smallestOf({ ...of, ...sealing });
  const cubes = peopleCubes[of.measure].cubes[Dimension.MONTH];
  const later = peopleCubes[of.measure].cubes[Dimension.FISCAL_YEAR];
  const live = decideBlock({ period: month, cubes, later, atoms, before: [], smallest }).cells;
  const changes = changesBetween(old, live);
  if (changes.every(({ by }) => by === 0)) return 'UNCHANGED';
  if (changes.some(({ by }) => by !== 0 && Math.abs(by) < smallest)) return 'KEPT';
  const same = new Set(changes.flatMap(({ name, by }) => (by === 0 ? [name] : [])));
  // Who knew a number that stays knows it still, and what was hidden stays hidden.
  const before = old.filter((cell) => cell.hidden || same.has(nameOf(cell)));
  const decided = decideBlock({ period: month, cubes, later, atoms, before, smallest });
  if (!decided.isTight) return 'KEPT';
  const told = await tellers(em, of.measure, of.sample);
  const departments = whoTold(peopleCubes[of.measure].departments, told, { month, sealing, of });
  const closing = { period: month, departments, smallestCell: smallest, cells: decided.cells };
  await closePeriod(em, { ...of, since: sealing.since }, closing);
  await keepAtoms(em, { ...of, since: sealing.since }, atoms);
  return 'CORRECTED';
}

const nameOf = ({ period, dimensions, keys }: PeopleCell): string =>
  cellName(period, dimensions, keys);

/** By how much each cell changed that there was or is; what is not there is nothing. */
function changesBetween(
  old: readonly PeopleCell[],
  live: readonly PeopleCell[],
): { name: string; by: number }[] {
  const before = new Map(old.map((cell) => [nameOf(cell), cell.value]));
  const after = new Map(live.map((cell) => [nameOf(cell), cell.value]));
  return [...new Set([...before.keys(), ...after.keys()])].map((name) => ({
    name,
    by: (after.get(name) ?? 0) - (before.get(name) ?? 0),
  }));
}

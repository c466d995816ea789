import type { EntityManager } from '@mikro-orm/postgresql';

import type { HeardDepartment } from '../snapshot/snapshot.entity.js';
import { nobodyIsTold } from '../snapshot/threshold.rules.js';
import { StatisticDimensionCode as Dimension } from '../statistic-table/statistic-codes.js';
import { keepAtoms, keptAtoms, liveAtoms, tellers } from './people-atoms.repository.js';
import { type PeopleAtom, decideBlock } from './people-block.js';
import { type PeopleOf, cellsOf, closePeriod, closedPeriods } from './people-cells.repository.js';
import { type CubedMeasure, cubedMeasures, peopleCubes } from './people-cubes.js';
import { monthsBetween, monthsOfYear, yearOf } from './period.rules.js';

/** What a sealing needs to know. */
export interface Sealing {
  /** Number of the snapshot. */
  readonly since: number;
  /** Last month that is closed. */
  readonly through: string;
  readonly smallestCell: number;
  /** Departments of which anything was heard. */
  readonly heard: readonly HeardDepartment[];
}

/**
 * Closes every month up to `through` that is not closed yet, and the years that end with them. What is closed stays as
 * it was told: nothing can be learned from two snapshots that one of them does not tell.
 */
export async function sealPeople(em: EntityManager, sealing: Sealing): Promise<void> {
  for (const measure of cubedMeasures)
    for (const sample of [false, true]) await sealMeasure(em, { measure, sample }, sealing);
}

async function sealMeasure(
  em: EntityManager,
  of: { measure: CubedMeasure; sample: boolean },
  sealing: Sealing,
): Promise<void> {
  const closed = new Set((await closedPeriods(em, of, sealing.since)).map(({ period }) => period));
  const byMonth = Map.groupBy(await liveAtoms(em, of.measure, of.sample), ({ month }) => month);
  const first = [...byMonth.keys(), ...closed].filter((each) => each.length === 7).toSorted()[0];
  if (first === undefined) return;
  const told = await tellers(em, of.measure, of.sample);
  for (const month of monthsBetween(first, sealing.through)) {
    const year = yearOf(month);
    if (closed.has(month) || closed.has(year)) continue;
    const departments = whoTold(peopleCubes[of.measure].departments, told, { month, sealing, of });
    await sealMonth(
      em,
      { ...of, ...sealing },
      { month, departments, atoms: byMonth.get(month) ?? [] },
    );
    if (month.endsWith('-03')) await sealYear(em, { ...of, ...sealing }, year);
  }
}

/** A department is silent where it told nothing; where it has nothing to tell of, that is nothing and no silence. */
export function whoTold(
  expected: readonly string[],
  told: readonly { month: string; department: string; told: boolean }[],
  { month, sealing, of }: { month: string; sealing: Sealing; of: PeopleOf },
): HeardDepartment[] {
  const inMonth = told.filter((each) => each.month === month);
  const codes = new Set([...expected, ...inMonth.map(({ department }) => department)]);
  const wasHeard = (code: string) => sealing.heard.some((each) => each.code === code && each.told);
  return [...codes].toSorted().map((code) => {
    const said = inMonth.find(({ department }) => department === code)?.told;
    return { code, told: said ?? (of.measure === 'APPLICANTS' && wasHeard(code)) };
  });
}

type PeopleSealing = Sealing & { readonly measure: CubedMeasure; readonly sample: boolean };

async function sealMonth(
  em: EntityManager,
  sealing: PeopleSealing,
  {
    month,
    departments,
    atoms,
  }: { month: string; departments: HeardDepartment[]; atoms: readonly PeopleAtom[] },
): Promise<void> {
  const smallest = smallestOf(sealing);
  const { cells } = decideBlock({
    period: month,
    cubes: peopleCubes[sealing.measure].cubes[Dimension.MONTH],
    later: peopleCubes[sealing.measure].cubes[Dimension.FISCAL_YEAR],
    atoms,
    before: [],
    smallest,
  });
  const closing = { period: month, departments, smallestCell: smallest, cells };
  await closePeriod(em, sealing, closing);
  await keepAtoms(em, sealing, atoms);
}

async function sealYear(em: EntityManager, sealing: PeopleSealing, year: string): Promise<void> {
  const months = monthsOfYear(year);
  const smallest = smallestOf(sealing);
  const at = { snapshot: sealing.since, periods: months };
  const { cells } = decideBlock({
    period: year,
    cubes: peopleCubes[sealing.measure].cubes[Dimension.FISCAL_YEAR],
    later: [],
    atoms: await keptAtoms(em, { ...sealing, months }),
    before: await cellsOf(em, sealing, at),
    smallest,
  });
  const closed = await closedPeriods(em, sealing, sealing.since);
  const inYear = closed.filter(({ period }) => months.includes(period));
  const codes = new Set(inYear.flatMap(({ departments }) => departments.map(({ code }) => code)));
  const departments = [...codes].toSorted().map((code) => ({
    code,
    told: inYear.every(({ departments }) =>
      departments.some((each) => each.code === code && each.told),
    ),
  }));
  await closePeriod(em, sealing, { period: year, departments, smallestCell: smallest, cells });
}

/** How few people are held back, by their acts. */
export const smallestOf = ({
  measure,
  smallestCell,
}: Pick<PeopleSealing, 'measure' | 'smallestCell'>): number =>
  smallestCell >= nobodyIsTold ? nobodyIsTold : smallestCell * peopleCubes[measure].acts;

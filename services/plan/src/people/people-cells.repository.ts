import type { EntityManager } from '@mikro-orm/postgresql';

import type { HeardDepartment } from '../snapshot/snapshot.entity.js';
import type { PeopleCell } from './people-block.js';

/** A measure, official or of samples only. */
export interface PeopleOf {
  readonly measure: string;
  readonly sample: boolean;
}

/** A period that is closed, who told it, and how few people were held back then. */
export interface ClosedPeriod {
  readonly period: string;
  readonly departments: readonly HeardDepartment[];
  readonly smallestCell: number;
}

/** The periods of a measure that are closed in a snapshot. */
export const closedPeriods = (
  em: EntityManager,
  { measure, sample }: PeopleOf,
  snapshot: number,
): Promise<ClosedPeriod[]> =>
  em.execute<ClosedPeriod[]>(
    `select period, departments, smallest_cell as "smallestCell" from statistic_period
     where measure = ? and sample = ? and since <= ? and (until is null or until > ?) order by period`,
    [measure, sample, snapshot, snapshot],
  );

/** The cells of some closed periods as a snapshot tells them; only of one set of dimensions where one is named. */
export const cellsOf = (
  em: EntityManager,
  { measure, sample }: PeopleOf,
  {
    snapshot,
    periods,
    dimensions = null,
  }: { snapshot: number; periods: readonly string[]; dimensions?: string | null },
): Promise<PeopleCell[]> =>
  em.execute<PeopleCell[]>(
    `select c.period, c.dimensions, c.keys, c.value, c.hidden from statistic_cell c
     join statistic_period p on p.measure = c.measure and p.sample = c.sample and p.period = c.period
       and p.since = c.since and p.since <= ? and (p.until is null or p.until > ?)
     where c.measure = ? and c.sample = ? and c.period in (select jsonb_array_elements_text(?::jsonb))
       and (?::text is null or c.dimensions = ?)
     order by c.period, c.dimensions, c.keys`,
    [snapshot, snapshot, measure, sample, JSON.stringify(periods), dimensions, dimensions],
  );

/** Closes a period: what is decided of it is told from this snapshot on. */
export async function closePeriod(
  em: EntityManager,
  { measure, sample, since }: PeopleOf & { since: number },
  { period, departments, smallestCell, cells }: ClosedPeriod & { cells: readonly PeopleCell[] },
): Promise<void> {
  await em.execute(
    `update statistic_period set until = ? where measure = ? and sample = ? and period = ? and until is null`,
    [since, measure, sample, period],
  );
  await em.execute(
    `insert into statistic_period (measure, sample, period, since, departments, smallest_cell)
     values (?, ?, ?, ?, ?::json, ?)`,
    [measure, sample, period, since, JSON.stringify(departments), smallestCell],
  );
  await em.execute(
    `insert into statistic_cell (measure, sample, period, since, dimensions, keys, value, hidden)
     select ?, ?, ?, ?, dimensions, keys, value, hidden from json_to_recordset(?::json)
       as c (dimensions text, keys text, value int, hidden boolean)`,
    [measure, sample, period, since, JSON.stringify(cells)],
  );
}

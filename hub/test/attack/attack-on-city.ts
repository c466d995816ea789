import { openDatabase } from '@manabi/kit/database';
import { type Learned, expectNothingLearned } from '@manabi/plan/disclosure/expect-safe.builder';
import {
  type PlacedSecret,
  SeenTables,
  type TableLine,
  tableOfPeople,
} from '@manabi/plan/disclosure/seen-tables.builder';
import { cubedMeasures } from '@manabi/plan/people/people-cubes';
import { plan } from '@manabi/plan/service';
import { StatisticMeasureCode as Measure } from '@manabi/plan/statistic-table/statistic-codes';
import { sealSnapshot } from '@manabi/plan/snapshot/snapshot.repository';
import { expect } from 'vitest';

import type { TestCity } from '../open-test-city.js';
import type { Anybody } from './anybody.js';
import { everyDocument } from './documents-told.js';
import { everyFile } from './files-told.js';
import { Listeners } from './listeners.js';
import { onePersonMore } from './one-more.js';
import { leastByLists, peopleOfSamples } from './people-of-samples.js';

/** When all that the sample offers is over, and so many days later. */
export const later = (days: number): Date => new Date(Date.now() + (500 + days) * 24 * 3_600_000);

/** What an attack on a city found to hide, measure by measure. */
export type Attacked = Readonly<Record<string, Learned>>;

/** A city, and who attacks it: anybody, of whom nothing is known. */
export interface Attack {
  readonly city: TestCity;
  readonly anybody: Anybody;
}

/** How much is asked: levels of the graph, and files of each kind; with all of them goes every committed question. */
export interface Depth {
  readonly levels: number;
  readonly files: number;
}

/**
 * Asks everything so many levels deep, downloads every file and listens to every subscription, writes one person more
 * into every number that nobody is to learn, does all of it again, and expects the same answers, and to hear nothing.
 */
export async function expectUnseen({ city, anybody }: Attack, depth: Depth): Promise<void> {
  const listeners = await Listeners.open(city, anybody.subscriptions);
  try {
    await listeners.everySeen();
    await city.services.catchUp();
    const before = await everythingTold({ city, anybody }, depth);
    const people = await peopleTold(city);
    await onePersonMore(city);
    expect(await peopleTold(city)).toBeGreaterThan(people + 20);
    const after = await everythingTold({ city, anybody }, depth);
    expect(namesOfDifferent(before, after)).toEqual([]);
    await listeners.everySeen();
    expect(new Set(Object.values(listeners.events()))).toEqual(new Set([2]));
    for (const { field, grew, made } of listeners.growth())
      expect({ field, grew }).toEqual({ field, grew: made });
  } finally {
    listeners.leave();
  }
}

async function everythingTold(
  { city, anybody }: Attack,
  { levels, files: most }: Depth,
): Promise<ReadonlyMap<string, string>> {
  const told = await anybody.askEverything(levels);
  const files = await everyFile(city, most);
  const documents = most === Infinity ? await everyDocument(anybody, 'public') : [];
  return new Map([...told, ...files, ...documents]);
}

/**
 * Attacks a whole city: asks all tables of two days between which one person more came everywhere, which nobody may see,
 * and gives them, with what the lists tell, to linear algebra and linear programming. Expects that nothing was learned.
 */
export async function attackOn(attack: Attack, depth: Depth): Promise<Attacked> {
  const { city, anybody } = attack;
  const tables = new SeenTables(async (question) => {
    // The document says the shape.
    const { statistics } = (await anybody.ask(tableOfPeople, { question })) as {
      statistics: { rows: TableLine[] };
    };
    return statistics.rows;
  });
  await seal(city, later(0));
  await tables.askAll(null, true);
  const least = await leastByLists(anybody);
  await expectUnseen(attack, depth);
  await seal(city, later(1));
  await tables.askAll(null, true);
  expect(tables.changed).toEqual([]);
  const attacked: Record<string, Learned> = {};
  for (const measure of cubedMeasures) {
    const secrets = await peopleOfSamples(city, measure);
    if (measure === Measure.APPLICANTS) expectAssumed(secrets, least);
    const seen = tables.of(measure, secrets);
    attacked[measure] = expectNothingLearned(measure, { secrets, seen });
  }
  return attacked;
}

/** What lists tell is what the tables were protected against: no less was assumed known than anybody knows. */
function expectAssumed(secrets: readonly PlacedSecret[], least: ReadonlyMap<string, number>): void {
  const assumed = new Map<string, number>();
  for (const { month, groups, low } of secrets) {
    const name = `${groups.DEPARTMENT?.[0]} ${month}`;
    assumed.set(name, (assumed.get(name) ?? 0) + low);
  }
  for (const [name, known] of least)
    if (assumed.has(name)) expect({ name, known }).toEqual({ name, known: assumed.get(name) });
}

/** People with a place, as the index was told; nobody who asks is. */
async function peopleTold(city: TestCity): Promise<number> {
  const [row] = await city.sql<{ people: number }>(
    'center',
    `select sum((data ->> 'taken')::integer)::integer as people from opportunity_entry`,
  );
  return row?.people ?? 0;
}

/** Seals a snapshot as on a day. */
export async function seal(city: TestCity, day: Date): Promise<void> {
  const orm = await openDatabase({
    url: city.databases.urlOf('plan'),
    entities: plan.entities,
    migrations: plan.migrations,
    poolSize: 1,
  });
  try {
    await sealSnapshot(orm.em.fork(), day);
  } finally {
    await orm.close(true);
  }
}

/** What was told differently, with the place where it begins to differ. */
export function namesOfDifferent(
  before: ReadonlyMap<string, string>,
  after: ReadonlyMap<string, string>,
): string[] {
  return [...after].flatMap(([name, told]) => {
    const earlier = before.get(name) ?? '';
    if (told === earlier) return [];
    const at = [...told].findIndex((letter, place) => letter !== earlier[place]);
    return [`${name}: …${earlier.slice(Math.max(0, at - 80), at + 20)}…`];
  });
}

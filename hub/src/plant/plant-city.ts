import { todayInTokyo } from '@manabi/data/tokyo-day';
import { openDatabase } from '@manabi/kit/database';

import { contentDigest } from './content-digest.js';
import { begunOtherwise, holdsOwnData } from './plant.errors.js';
import { planters } from './planters.js';
import type { Planter, Planting } from './planter.js';
import { type PlantingMark, filledTable, markTable, readMark, writeMark } from './planting-mark.js';
import { writeRows } from './write-rows.js';

/** What a city is planted with, and where. */
export interface PlantCityOptions {
  /** Address of a service's database; holds a password, never to be logged. */
  readonly urlOf: (service: string) => string;
  /** True for a real city: it begins with registers that are facts, without any row of the sample. */
  readonly empty: boolean;
  /** Day in Japan for which the sample stands, YYYY-MM-DD; the present one by default. */
  readonly today?: string;
  /** Receives sentences for the person who waits. */
  readonly progress: (sentence: string) => void;
  /** Which services' databases; every service's by default. */
  readonly planters?: readonly Planter[];
  /** Lets nobody else write into the city meanwhile; the caller sees to that unless said. */
  readonly inTurn?: (plant: () => Promise<void>) => Promise<void>;
}

interface Work {
  readonly planter: Planter;
  readonly url: string;
  readonly mark: PlantingMark;
  readonly before: PlantingMark | null;
}

/**
 * Brings the databases of all services to their newest step and plants the bundled city into them, each in one
 * transaction. The same day again does nothing; another day moves the dates of the sample and leaves alone what a
 * department wrote. Throws a Problem, before anything is changed, where a city began the other way.
 */
export async function plantCity(options: PlantCityOptions): Promise<void> {
  const { empty, today = todayInTokyo(), inTurn = (plant) => plant() } = options;
  const planting = { today, empty };
  if ((await worksDue(options, planting)).length === 0) return;
  await inTurn(async () => {
    // Who had the turn before may have planted, or brought data of its own.
    const due = await worksDue(options, planting);
    if (due.length > 0) options.progress(sentenceOf(due, planting));
    for (const work of due) await plantService(work, planting);
  });
}

/** What is to be planted. Throws a Problem where a database does not take it. */
async function worksDue(options: PlantCityOptions, planting: Planting): Promise<readonly Work[]> {
  const works = await Promise.all(
    (options.planters ?? planters).map((planter) => workOf(planter, options, planting)),
  );
  await refuse(works);
  return works.filter(({ mark, before }) => !isSame(mark, before));
}

/** Stops before anything is changed where a database does not take what is to be planted. */
async function refuse(works: readonly Work[]): Promise<void> {
  for (const { planter, url, mark, before } of works) {
    const { name } = planter.service;
    if (before && before.content !== mark.content) throw begunOtherwise(name, before.content);
    if (before || mark.content === 'empty') continue;
    const table = await filledTable(url);
    if (table) throw holdsOwnData(name, table);
  }
}

async function workOf(
  planter: Planter,
  { urlOf }: PlantCityOptions,
  { today, empty }: Planting,
): Promise<Work> {
  const url = urlOf(planter.service.name);
  const digest = contentDigest(planter.service);
  const mark = { content: empty ? 'empty' : 'sample', day: today, digest } as const;
  return { planter, url, mark, before: await readMark(url) };
}

/** Facts do not move with the day. */
const isSame = (mark: PlantingMark, before: PlantingMark | null): boolean =>
  before?.digest === mark.digest && (mark.content === 'empty' || before.day === mark.day);

function sentenceOf(due: readonly Work[], { empty, today }: Planting): string {
  if (empty) return 'The registers of the city are written: departments, subjects, measures …';
  return due.every(({ before }) => before)
    ? `The sample city moves on to ${today} …`
    : 'The sample city is planted …';
}

async function plantService({ planter, url, mark }: Work, planting: Planting): Promise<void> {
  const { entities, migrations } = planter.service;
  const orm = await openDatabase({ url, entities, migrations, poolSize: 2 });
  try {
    await orm.em.fork().transactional(async (em) => {
      for (const rows of planter.tables(planting)) await writeRows(em, rows);
      await em.execute(markTable);
      await em.execute(writeMark, [mark.content, mark.day, mark.digest]);
    });
  } finally {
    await orm.close(true);
  }
}

import { openDatabase } from '@manabi/kit/database';
import { plan } from '@manabi/plan/service';
import { sealSnapshot } from '@manabi/plan/snapshot/snapshot.repository';
import { canonicalQuestion } from '@manabi/plan/statistic-table/canonical-question';
import { makeTable } from '@manabi/plan/statistic-table/make-table.repository';
import { definitionsVersion } from '@manabi/plan/statistic-table/statistic-measures';
import {
  StatisticDimensionCode as Dimension,
  StatisticMeasureCode as Measure,
} from '@manabi/plan/statistic-table/statistic-codes';

import { openFilledCity } from '../proof/filled-city.js';
import { record } from '../record.js';
import { quantile } from '../statistics.js';

/*
 * Seals a snapshot of a city with many opportunities, and asks statistics by three dimensions: milliseconds. The second
 * word names a folder in which the filled city is kept for the next time.
 */

const [count = '1000000', folder] = process.argv.slice(2);
const rounds = 5;

const questions: Readonly<Record<string, readonly [Measure[], Dimension[]]>> = {
  'places by district, age and category': [
    [Measure.SEATS],
    [Dimension.DISTRICT, Dimension.AGE_BAND, Dimension.CATEGORY],
  ],
  'opportunities, sessions and places by department, month and part of the day': [
    [Measure.OPPORTUNITIES, Measure.SESSIONS, Measure.SEATS],
    [Dimension.DEPARTMENT, Dimension.MONTH, Dimension.TIME_BAND],
  ],
  'applicants by department and category, by fiscal year': [
    [Measure.APPLICANTS],
    [Dimension.FISCAL_YEAR, Dimension.DEPARTMENT, Dimension.CATEGORY],
  ],
};

const timed = async <Result>(work: () => Promise<Result>): Promise<[Result, number]> => {
  const began = performance.now();
  return [await work(), Math.round(performance.now() - began)];
};

const city = await openFilledCity({ opportunities: Number(count), folder });
const orm = await openDatabase({
  url: city.urlOf('plan'),
  entities: plan.entities,
  migrations: plan.migrations,
  poolSize: 2,
});
try {
  const em = orm.em.fork();
  const sealed: number[] = [];
  for (let round = 0; round < 2; round += 1) {
    const [, milliseconds] = await timed(() => sealSnapshot(em, new Date()));
    sealed.push(milliseconds);
  }
  const snapshot = await sealSnapshot(em, new Date());
  const made = { snapshot, definitions: definitionsVersion };
  const [size] = await em.execute<Record<string, number>[]>(
    `select (select count(*)::int from opportunity_fact) as facts,
       (select count(*)::int from statistic_count where snapshot = ?) as lines,
       (select count(*)::int from statistic_atom) as atoms, (select count(*)::int from statistic_cell) as cells,
       (select count(*)::int from statistic_cell where hidden) as hidden`,
    [snapshot.number],
  );
  const figures: Record<string, object> = {};
  for (const [name, [measures, dimensions]] of Object.entries(questions)) {
    const question = canonicalQuestion({ measures, dimensions, countSamples: true });
    const times: number[] = [];
    let rows = 0;
    for (let round = 0; round < rounds; round += 1) {
      const [table, milliseconds] = await timed(() => makeTable(em, question, made));
      times.push(milliseconds);
      rows = table.rows.length;
    }
    figures[name] = { rows, p50: quantile(times, 0.5), most: Math.max(...times) };
  }
  record(`statistics-${count}`, {
    size,
    sealing: { first: sealed[0], again: sealed[1] },
    questions: figures,
  });
} finally {
  await orm.close(true);
  await city.close();
}

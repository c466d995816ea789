import type { EntityManager } from '@mikro-orm/postgresql';

import type { Snapshot } from '../snapshot/snapshot.entity.js';
import { askedPeople } from '../people/asked-people.repository.js';
import type { AskedPeople } from '../people/people-cell.rules.js';
import { type Months, axesOf } from './axis.rules.js';
import type { CanonicalQuestion } from './canonical-question.js';
import { countsOf, monthsOf, residentsOf } from './counts.repository.js';
import { StatisticMeasureCode as Measure } from './statistic-codes.js';
import { type MadeTable, tableOf } from './table.rules.js';

/** Makes the table of a question from a snapshot by the definitions of a version: at any time the same one. */
export async function makeTable(
  em: EntityManager,
  question: CanonicalQuestion,
  { snapshot, definitions }: { readonly snapshot: Snapshot; readonly definitions: string },
): Promise<MadeTable> {
  const { number } = snapshot;
  const { measures, perThousandOf } = question;
  const asks = (...codes: Measure[]) => codes.some((code) => measures.includes(code));
  const opportunities = asks(Measure.OPPORTUNITIES, Measure.SEATS)
    ? await countsOf(em, question, { snapshot: number, basis: 'OPPORTUNITY' })
    : [];
  const sessions = asks(Measure.SESSIONS)
    ? await countsOf(em, question, { snapshot: number, basis: 'SESSION' })
    : [];
  const residents = perThousandOf === null ? [] : await residentsOf(em, number);
  const people = await askedPeople(em, question, number);
  const months = spanOf(await monthsOf(em, number), people);
  const found = [
    ...[...opportunities, ...sessions].map(({ keys }) => keys),
    ...people.flatMap((asked) => foundKeys(question, asked)),
  ];
  const axes = axesOf(question, snapshot, { months, found, definitions });
  return tableOf({
    question,
    snapshot,
    definitions,
    axes,
    opportunities,
    sessions,
    residents,
    people,
  });
}

/** From the first to the last month in which anything counts, of things or of people. */
function spanOf(things: Months | null, people: readonly AskedPeople[]): Months | null {
  const closed = people.flatMap(({ periods }) => [...periods.keys()]);
  const months = [
    ...(things ? [things.first, things.last] : []),
    ...closed.filter((period) => period.length === 7),
  ].toSorted();
  const [first, last] = [months[0], months.at(-1)];
  return first && last ? { first, last } : null;
}

/** The codes under which cubes have anything, in the order of the question's dimensions. */
function foundKeys({ dimensions }: CanonicalQuestion, { place, cells }: AskedPeople): string[][] {
  return [...cells.values()].map(({ period, keys }) => {
    const codes = keys.split(',');
    return dimensions.map((each) =>
      each === place.kind ? period : (codes[place.dimensions.indexOf(each)] ?? ''),
    );
  });
}

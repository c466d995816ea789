import type { EntityManager } from '@mikro-orm/postgresql';

import type { Snapshot } from '../snapshot/snapshot.entity.js';
import { axesOf } from './axis.rules.js';
import type { CanonicalQuestion } from './canonical-question.js';
import { countsOf, monthsOf, residentsOf } from './counts.repository.js';
import { StatisticMeasureCode as Measure } from './statistic-codes.js';
import type { StatisticTable } from './statistic-table.entity.js';
import { tableOf } from './table.rules.js';

/** Makes the table of a question from a snapshot: at any time the same one. */
export async function makeTable(
  em: EntityManager,
  question: CanonicalQuestion,
  snapshot: Snapshot,
): Promise<StatisticTable> {
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
  const months = await monthsOf(em, number);
  const found = [...opportunities, ...sessions].map(({ keys }) => keys);
  const axes = axesOf(question, snapshot, { months, found });
  return tableOf({ question, snapshot, axes, opportunities, sessions, residents });
}

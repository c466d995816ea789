import type { EntityManager } from '@mikro-orm/postgresql';

import type { CanonicalQuestion } from '../statistic-table/canonical-question.js';
import { cellName } from './people-block.js';
import type { AskedPeople } from './people-cell.rules.js';
import { cellsOf, closedPeriods } from './people-cells.repository.js';
import { cubePlace, cubedBehind } from './people-line.rules.js';

/** Reads what a question needs of the cubes of people; refuses what fits none of them. Samples stand apart. */
export async function askedPeople(
  em: EntityManager,
  question: CanonicalQuestion,
  snapshot: number,
): Promise<AskedPeople[]> {
  const measures = [...new Set(question.measures.flatMap(cubedBehind))];
  const places = measures.map((measure) => ({ measure, place: cubePlace(question, measure) }));
  const asked: AskedPeople[] = [];
  for (const { measure, place } of places) {
    const of = { measure, sample: question.countSamples };
    const closed = await closedPeriods(em, of, snapshot);
    const cells = await cellsOf(em, of, {
      snapshot,
      periods: place.period === null ? closed.map(({ period }) => period) : [place.period],
      dimensions: place.dimensions.join(),
    });
    asked.push({
      measure,
      place,
      periods: new Map(closed.map((each) => [each.period, each])),
      cells: new Map(
        cells.map((cell) => [cellName(cell.period, cell.dimensions, cell.keys), cell]),
      ),
      smallestCell: question.smallestCell ?? 0,
    });
  }
  return asked;
}

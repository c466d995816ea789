import { opaqueId } from '../opaque-id.js';
import { rowsOf } from '../table.js';
import { todayInTokyo } from '../tokyo-day.js';
import { opportunities } from './opportunities.js';
import { opportunityId } from './opportunity-line.js';
import type { OpportunityKind } from './opportunity.js';
import { sampleOf, type Sourced } from './sourced.js';

/** That an opportunity carries out a measure of the plan. */
export interface MeasureLinkRow extends Sourced {
  id: string;
  measureCode: string;
  opportunityId: string;
  kind: OpportunityKind;
}

/** Promises every link between the plan's measures and the sample opportunities, each once. */
export function measureLinks(today: string = todayInTokyo()): MeasureLinkRow[] {
  const later = Map.groupBy(
    rowsOf('measure-links', (line) => ({
      measureCode: line.text('measure'),
      id: opportunityId(line.text('opportunity')),
    })),
    ({ id }) => id,
  );
  return opportunities(today).flatMap(({ id, kind, measureCodes }) => {
    const added = (later.get(id) ?? []).map(({ measureCode }) => measureCode);
    return [...new Set([...measureCodes, ...added])].map((measureCode) =>
      Object.assign(sampleOf(today), {
        id: opaqueId('measure-link', `${measureCode}/${id}`),
        measureCode,
        opportunityId: id,
        kind,
      }),
    );
  });
}

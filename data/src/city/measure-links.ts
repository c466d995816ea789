import { opaqueId } from '../opaque-id.js';
import { todayInTokyo } from '../tokyo-day.js';
import { opportunities } from './opportunities.js';
import type { OpportunityKind } from './opportunity.js';
import { sampleOf, type Sourced } from './sourced.js';

/** That an opportunity carries out a measure of the plan. */
export interface MeasureLinkRow extends Sourced {
  id: string;
  measureCode: string;
  opportunityId: string;
  kind: OpportunityKind;
}

/** Promises every link between the plan's measures and the sample opportunities. */
export const measureLinks = (today: string = todayInTokyo()): MeasureLinkRow[] =>
  opportunities(today).flatMap(({ id: opportunityId, kind, measureCodes }) =>
    measureCodes.map((measureCode) => ({
      id: opaqueId('measure-link', `${measureCode}/${opportunityId}`),
      measureCode,
      opportunityId,
      kind,
      ...sampleOf(today),
    })),
  );

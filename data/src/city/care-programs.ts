import { rowsOf } from '../table.js';
import { todayInTokyo } from '../tokyo-day.js';
import type { OpportunityRow } from './opportunity.js';
import { opportunityOf } from './opportunity-line.js';

/** The kinds of care programme: 児童館事業, 保育園の地域交流, 健康・母子保健, 高齢者, 障害, 子育て支援. */
export const CARE_KINDS = [
  'CHILDREN_HALL',
  'NURSERY_OPEN_DAY',
  'HEALTH_CLASS',
  'SENIOR',
  'DISABILITY',
  'FAMILY_SUPPORT',
] as const;

/** A programme of welfare, child care or health (福祉・子育て・健康の事業). */
export interface CareProgramRow extends OpportunityRow {
  careKind: (typeof CARE_KINDS)[number];
}

/** Promises the forty sample care programmes as they stand on `today`. */
export const carePrograms = (today: string = todayInTokyo()): CareProgramRow[] =>
  rowsOf('care-programs', (line) =>
    Object.assign(opportunityOf(line, 'CareProgram', today), {
      careKind: line.oneOf('extra', CARE_KINDS),
    }),
  );

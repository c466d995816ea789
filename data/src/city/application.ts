import { addDays, moment, passed } from '../tokyo-day.js';
import type { OpportunityRow, SELECTION_METHODS } from './opportunity.js';

/** What the application of one opportunity depends on. */
export interface ApplicationPlan {
  method: (typeof SELECTION_METHODS)[number];
  /** Day of the first session. */
  firstDay: string;
  /** Days before the first session; null where no application is needed. */
  opensDays: number | null;
  closesDays: number | null;
  capacity: number;
  /** Applications there will have been when the window closes. */
  applied: number;
}

type Application = Pick<
  OpportunityRow,
  'selection' | 'applyOpensAt' | 'applyClosesAt' | 'capacity' | 'applied' | 'taken' | 'waiting'
>;

/** Promises window, draw and numbers as they stand on `today`: applications grow evenly while the window is open. */
export const applicationOn = (today: string, plan: ApplicationPlan): Application => {
  const { method, firstDay, opensDays, closesDays, capacity } = plan;
  if (opensDays === null || closesDays === null) {
    const selection = { method, drawAt: null, confirmBy: null };
    const numbers = { capacity, applied: 0, taken: 0, waiting: 0 };
    return { selection, applyOpensAt: null, applyClosesAt: null, ...numbers };
  }
  const opens = addDays(firstDay, -opensDays);
  const closes = addDays(firstDay, -closesDays);
  const drawn = method === 'FIRST_COME' ? opens : addDays(closes, 2);
  const applied = Math.round(plan.applied * passed(today, { from: opens, to: closes }));
  const given = today >= drawn ? applied : 0;
  return {
    selection: {
      method,
      drawAt: method === 'LOTTERY' ? moment(drawn, '13:00') : null,
      confirmBy: method === 'LOTTERY' ? moment(addDays(drawn, 4), '17:00') : null,
    },
    applyOpensAt: moment(opens, '09:00'),
    applyClosesAt: moment(closes, '17:00'),
    capacity,
    applied,
    taken: Math.min(given, capacity),
    waiting: Math.max(0, given - capacity),
  };
};

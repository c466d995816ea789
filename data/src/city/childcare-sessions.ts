import { opaqueId } from '../opaque-id.js';
import { todayInTokyo } from '../tokyo-day.js';
import { opportunities } from './opportunities.js';
import { sampleOf, type Sourced } from './sourced.js';

/** Childcare during one session of another department's opportunity (保育). */
export interface ChildcareSessionRow extends Sourced {
  id: string;
  opportunityId: string;
  sessionId: string;
  facilityCode: string;
  startsAt: string;
  endsAt: string;
  places: number;
  taken: number;
  /** Youngest child taken in, in completed months. */
  minMonths: number;
  maxMonths: number;
  feeYen: number;
}

/** Promises childcare for every session of every opportunity that offers it; there is always a place left. */
export const childcareSessions = (today: string = todayInTokyo()): ChildcareSessionRow[] =>
  opportunities(today).flatMap(({ childcare, sessions }) =>
    childcare === null
      ? []
      : sessions.map((session) => ({
          id: opaqueId('childcare', session.id),
          opportunityId: session.opportunityId,
          sessionId: session.id,
          facilityCode: session.venueCode,
          startsAt: session.startsAt,
          endsAt: session.endsAt,
          ...childcare,
          maxMonths: 71,
          ...sampleOf(today),
        })),
  );

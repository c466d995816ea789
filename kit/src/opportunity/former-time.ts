import type { OccurrenceTimes } from './opportunity.published.js';

/** A time at which one meeting was to take place before it was moved, as a table keeps it. */
export interface FormerTime {
  /** ISO 8601. */
  readonly startsAt: string;
  readonly endsAt: string | null;
  readonly allDay: boolean;
  /** When it was moved. */
  readonly movedAt: string;
}

/** A meeting's time as it stands, to be kept when it is moved. */
export const formerTimeOf = (time: OccurrenceTimes, movedAt: Date): FormerTime => ({
  startsAt: new Date(time.startsAt).toISOString(),
  endsAt: time.endsAt ? new Date(time.endsAt).toISOString() : null,
  allDay: time.allDay ?? false,
  movedAt: movedAt.toISOString(),
});

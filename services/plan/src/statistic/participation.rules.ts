import { guarded, guardedTogether } from '@manabi/kit/value/guarded-count';

import type { Participation } from './participation.entity.js';
import type { ParticipationRow } from './participation.repository.js';

const heldBack = { value: null, isHeldBack: true };

/** Lines of one kind: none of them can be found by taking the others from the sum. */
export function linesOf(
  rows: readonly Omit<ParticipationRow, 'key' | 'part'>[] = [],
): Participation[] {
  const attendees = guardedTogether(rows.map((row) => row.attendees));
  const waiting = guardedTogether(rows.map((row) => row.waiting));
  const unknown = guarded(null);
  return rows.map(({ code, opportunities, seats, empty, people }, at) => ({
    code,
    opportunities: { value: opportunities, isExact: true },
    seats,
    attendees: people ? heldBack : (attendees[at] ?? unknown),
    waiting: people ? heldBack : (waiting[at] ?? unknown),
    // Places less empty ones would be people again.
    emptySeats: people || attendees[at]?.isHeldBack ? null : empty,
  }));
}

import type { PublishedOpportunity } from '@manabi/kit/opportunity/opportunity.published';
import type { AgeRange } from '@manabi/kit/value/age-range';
import type { Fee } from '@manabi/kit/value/fee';
import type { LocalText } from '@manabi/kit/value/local-text';
import type { Period } from '@manabi/kit/value/period';
import { applicationState } from '@manabi/kit/vocabulary/application-state';
import { seatsTold } from '@manabi/kit/vocabulary/seats';
import { invariant } from '@manabi/kit/problem';

import { kindOfType } from './opportunity-kind.entity.js';
import type { OpportunityEdge, PlacedEdge, ToldTime } from './opportunity.entity.js';
import type { FoundEntry, FoundPlace } from './page.search.js';

/** Shows a row of the index as an edge of a search that is about this moment. */
export function edgeOf(row: FoundEntry, at: Date): OpportunityEdge {
  const { data } = row;
  const kind = kindOfType(row.kind);
  invariant(kind, `the index holds no kind "${row.kind}"`);
  const { startsAt, endsAt, cancelledAt, applyOpensAt, applyClosesAt } = momentsOf(data);
  return {
    id: row.id,
    cursor: row.cursor,
    kind,
    department: data.provenance.department,
    // What was told has the words of the graph's value types; an absent word is as good as null there.
    title: data.title as LocalText,
    summary: (data.summary as LocalText | null | undefined) ?? null,
    organiser: data.organiser ?? null,
    startsAt,
    endsAt,
    nextStartsAt: cancelledAt ? null : nextStart(timesOf(data), at),
    cancelledAt,
    applyPeriod: periodOf(applyOpensAt, applyClosesAt),
    applicationState: applicationState(
      { ...applicationFacts(data), endsAt, cancelledAt, applyOpensAt, applyClosesAt },
      at,
    ),
    selection: data.selection ? { method: data.selection.method } : null,
    fee: (data.fee as Fee | null | undefined) ?? null,
    ages: (data.ages as AgeRange | null | undefined) ?? null,
    audiences: [...data.audiences],
    seats: seatsTold(data),
    venueCode: data.venueCode ?? null,
    times: timesOf(data),
    venueText: data.venueText ?? null,
    roomText: data.roomText ?? null,
    distance: row.distance,
    indexedAt: row.indexedAt,
    sample: data.provenance.sample,
  };
}

/** Its occurrences; its whole stretch where none is told. */
const timesOf = (data: PublishedOpportunity): readonly ToldTime[] =>
  data.occurrences.length > 0 ? data.occurrences : [data];

function nextStart(times: readonly ToldTime[], at: Date): Date | null {
  const starts = times.flatMap(({ startsAt }) => (startsAt ? [Date.parse(startsAt)] : []));
  const next = Math.min(...starts.filter((start) => start >= at.getTime()));
  return Number.isFinite(next) ? new Date(next) : null;
}

/** Shows a row as an edge of which nothing is asked for but whose it is, and its venue. */
export function placedEdge({ id, cursor, kind: type, venueCode }: FoundPlace): PlacedEdge {
  const kind = kindOfType(type);
  invariant(kind, `the index holds no kind "${type}"`);
  return { id, cursor, kind, venueCode };
}

function applicationFacts({ selection, capacity, taken }: PublishedOpportunity) {
  return { selection: selection ?? null, capacity: capacity ?? null, taken: taken ?? null };
}

function momentsOf(data: PublishedOpportunity) {
  const moment = (text: string | null | undefined) => (text ? new Date(text) : null);
  return {
    startsAt: moment(data.startsAt),
    endsAt: moment(data.endsAt),
    cancelledAt: moment(data.cancelledAt),
    applyOpensAt: moment(data.applyOpensAt),
    applyClosesAt: moment(data.applyClosesAt),
  };
}

function periodOf(opensAt: Date | null, closesAt: Date | null): Period | null {
  return opensAt || closesAt ? { opensAt, closesAt } : null;
}

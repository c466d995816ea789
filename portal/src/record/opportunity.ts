import type { PortalCalendarQuery, PortalOpportunityQuery } from '../generated/public-graph.js';

/** An opportunity with all that its page tells. */
export type Opportunity = NonNullable<PortalOpportunityQuery['opportunity']>;

/** An opportunity with as much as calendars tell. */
export type DatedOpportunity = NonNullable<
  NonNullable<
    NonNullable<NonNullable<PortalCalendarQuery['opportunities']>['edges']>[number]['node']
  >
>;

/** One time that an opportunity takes place. */
export interface Meeting {
  /** Id of the course's session; null for what has none of its own. */
  readonly id: string | null;
  /** Which it is among those without ids; it stays when others are called off. Null where nobody keeps it. */
  readonly number: number | null;
  readonly startsAt: string;
  readonly endsAt: string | null;
  /** True when only the day is known. */
  readonly allDay: boolean;
  readonly topic: string | null;
  readonly cancelledAt: string | null;
  readonly roomName: string | null;
  /** What people should know of its cancellation or change. */
  readonly notice: string | null;
  /** When it was to start before it was moved. */
  readonly formerStartsAt: string | null;
}

const plain = {
  id: null,
  number: null,
  topic: null,
  cancelledAt: null,
  roomName: null,
  notice: null,
  formerStartsAt: null,
} as const;

/** When it takes place, in the order of its owner; the whole stretch where no single times are told. */
export function meetingsOf(opportunity: DatedOpportunity): Meeting[] {
  const meetings = timesTold(opportunity);
  const { startsAt, endsAt } = opportunity;
  if (meetings.length > 0 || !startsAt) return meetings;
  return [{ ...plain, startsAt, endsAt, allDay: isDayOnly(startsAt, endsAt) }];
}

function timesTold(opportunity: DatedOpportunity): Meeting[] {
  if (opportunity.__typename === 'Course')
    return (opportunity.sessions ?? []).flatMap(meetingOfSession);
  if (opportunity.__typename === 'SportsClass')
    return (opportunity.times ?? []).flatMap(meetingOfTime);
  return (opportunity.occurrences ?? []).map((occurrence) => Object.assign({}, plain, occurrence));
}

type ClassTime = NonNullable<
  Extract<DatedOpportunity, { readonly __typename: 'SportsClass' }>['times']
>[number];

function meetingOfTime({ startsAt, allDay, ...time }: ClassTime): Meeting[] {
  return startsAt ? [{ ...plain, ...time, startsAt, allDay: allDay ?? false }] : [];
}

type Session = NonNullable<
  Extract<DatedOpportunity, { readonly __typename: 'Course' }>['sessions']
>[number];

function meetingOfSession({ startsAt, allDay, room, ...session }: Session): Meeting[] {
  if (!startsAt) return [];
  const roomName = room?.name?.ja ?? null;
  return [{ ...plain, ...session, startsAt, allDay: allDay ?? false, roomName }];
}

/** Midnight in Japan stands for a day of which the hour is not known. */
export const isMidnight = (moment: string): boolean =>
  (Date.parse(moment) + 9 * 3_600_000) % 86_400_000 === 0;

const isDayOnly = (startsAt: string, endsAt: string | null): boolean =>
  isMidnight(startsAt) && (endsAt === null || isMidnight(endsAt));

/** Why nobody should come any more. */
export type Ending = 'CANCELLED' | 'WITHDRAWN' | 'REPLACED';

/** Whether it was called off, or its record was withdrawn or followed by another; null while it stands. */
export function endingOf({
  cancelledAt,
  replacedBy,
  withdrawnAt,
}: Pick<DatedOpportunity, 'cancelledAt' | 'replacedBy' | 'withdrawnAt'>): Ending | null {
  if (cancelledAt) return 'CANCELLED';
  if (replacedBy) return 'REPLACED';
  return withdrawnAt ? 'WITHDRAWN' : null;
}

/** The last moment of some of which nothing may be known; null where nothing is. */
export function latest(...moments: readonly (string | null | undefined)[]): string | null {
  const known = moments.flatMap((moment) => (moment ? [Date.parse(moment)] : []));
  return known.length > 0 ? new Date(Math.max(...known)).toISOString() : null;
}

/** When the record last changed, as far as it tells. */
export const modifiedAt = ({
  provenance,
  cancelledAt,
  changedAt,
  withdrawnAt,
}: Pick<DatedOpportunity, 'provenance' | 'cancelledAt' | 'changedAt' | 'withdrawnAt'>):
  | string
  | null => latest(provenance?.asOf, cancelledAt, changedAt, withdrawnAt);

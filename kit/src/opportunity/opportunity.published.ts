import { z } from 'zod';

import type { PublishedData } from '../feed/publisher.js';
import { FeeKind } from '../value/fee.js';
import { Attendance } from '../vocabulary/attendance.js';
import { Audience } from '../vocabulary/audience.js';
import { SelectionMethod } from '../vocabulary/selection.js';
import type { OpportunityColumns } from './opportunity.columns.js';

const moment = z.iso.datetime({ offset: true });
const rendering = z.object({ text: z.string(), origin: z.enum(['HUMAN', 'MACHINE']) });
/** A text in the languages in which it exists, as feeds tell it. */
export const localText = z.object({
  ja: z.string(),
  kana: z.string().nullish(),
  plain: rendering.nullish(),
  en: rendering.nullish(),
});

/** What a department's feed tells of one opportunity, and what a follower may rely on. Times are ISO 8601. */
export const publishedOpportunity = z.object({
  title: localText,
  summary: localText.nullish(),
  organiser: z.string().nullish(),
  attendance: z.enum(Attendance).nullish(),
  audiences: z.array(z.enum(Audience)),
  ages: z.object({ minMonths: z.int().nullish(), maxMonths: z.int().nullish() }).nullish(),
  fee: z
    .object({ kind: z.enum(FeeKind), yen: z.int().nullish(), note: z.string().nullish() })
    .nullish(),
  selection: z
    .object({ method: z.enum(SelectionMethod) })
    .loose()
    .nullish(),
  startsAt: moment.nullish(),
  endsAt: moment.nullish(),
  cancelledAt: moment.nullish(),
  withdrawnAt: moment.nullish(),
  applyOpensAt: moment.nullish(),
  applyClosesAt: moment.nullish(),
  capacity: z.int().nullish(),
  taken: z.int().nullish(),
  waiting: z.int().nullish(),
  venueCode: z.string().nullish(),
  venueText: z.string().nullish(),
  roomText: z.string().nullish(),
  subjectKeys: z.array(z.object({ scheme: z.string(), code: z.string() })),
  /** People of the talent bank who lead it. */
  leaderIds: z.array(z.string()).optional(),
  occurrences: z.array(
    z.object({ startsAt: moment, endsAt: moment.nullish(), allDay: z.boolean() }),
  ),
  provenance: z.object({
    department: z.string(),
    dataset: z.string().nullish(),
    licence: z.string().nullish(),
    sample: z.boolean(),
    asOf: z.unknown().optional(),
  }),
});

export type PublishedOpportunity = z.infer<typeof publishedOpportunity>;

/** One time that something takes place, as tables keep it. */
export interface OccurrenceTimes {
  readonly startsAt: Date | string;
  readonly endsAt?: Date | string | null;
  readonly allDay?: boolean;
}

/**
 * Tells an opportunity in the words of the feed, with the people of the talent bank who lead it. A withdrawn one is
 * told as such, not as deleted.
 */
export function publishOpportunity(
  row: OpportunityColumns,
  occurrences: readonly OccurrenceTimes[],
  leaderIds: readonly string[] = [],
): PublishedData {
  const told: PublishedOpportunity = {
    title: row.title,
    summary: row.summary,
    organiser: row.organiser,
    attendance: row.attendance,
    audiences: row.audiences ?? [],
    ages: row.ages,
    fee: row.fee,
    selection: row.selection && { method: row.selection.method },
    ...momentsOf(row),
    capacity: row.capacity,
    taken: row.taken,
    waiting: row.waiting,
    venueCode: row.venueCode,
    venueText: row.venueText,
    roomText: row.roomText,
    subjectKeys: [...row.subjectKeys],
    ...(leaderIds.length > 0 && { leaderIds: [...leaderIds] }),
    occurrences: occurrences.map((time) => ({
      startsAt: iso(time.startsAt),
      endsAt: time.endsAt ? iso(time.endsAt) : null,
      allDay: time.allDay ?? false,
    })),
    provenance: {
      department: row.provenance.department,
      dataset: row.provenance.dataset,
      licence: row.provenance.licence,
      sample: row.provenance.sample,
      asOf: row.provenance.asOf,
    },
  };
  return told;
}

function momentsOf(row: OpportunityColumns) {
  const told = (moment: Date | null | undefined) => (moment ? iso(moment) : null);
  return {
    startsAt: told(row.startsAt),
    endsAt: told(row.endsAt),
    cancelledAt: told(row.cancelledAt),
    withdrawnAt: told(row.withdrawnAt),
    applyOpensAt: told(row.applyOpensAt),
    applyClosesAt: told(row.applyClosesAt),
  };
}

function iso(moment: Date | string): string {
  return (typeof moment === 'string' ? new Date(moment) : moment).toISOString();
}

import { z } from 'zod';

import type { PublishedData } from '../feed/publisher.js';
import { FeeKind } from '../value/fee.js';
import { Attendance } from '../vocabulary/attendance.js';
import { Audience } from '../vocabulary/audience.js';
import { Level } from '../vocabulary/level.js';
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
  level: z.enum(Level).nullish(),
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
  /** Times at which it was to take place and no longer does, while the rest stands: called off or moved, and when. */
  calledOff: z
    .array(
      z.object({ startsAt: moment, endsAt: moment.nullish(), allDay: z.boolean(), at: moment }),
    )
    .optional(),
  /** How often what is told of it changed. */
  edition: z.int().nullish(),
  provenance: z.object({
    department: z.string(),
    dataset: z.string().nullish(),
    licence: z.string().nullish(),
    sample: z.boolean(),
    asOf: z.unknown().optional(),
    /** Since when a newer delivery should be there. ISO 8601. */
    overdueSince: z.iso.datetime({ offset: true }).nullish(),
  }),
});

export type PublishedOpportunity = z.infer<typeof publishedOpportunity>;

/** One time that something takes place, as tables keep it. */
export interface OccurrenceTimes {
  readonly startsAt: Date | string;
  readonly endsAt?: Date | string | null;
  readonly allDay?: boolean;
}

/** A time at which something was to take place, and when that was called off or moved. */
export interface CalledOffTime extends OccurrenceTimes {
  readonly at: Date | string;
}

/** What a department may tell of an opportunity beside what the columns of all departments say. */
interface ToldBeside {
  readonly level?: `${Level}` | null | undefined;
  readonly leaderIds?: readonly string[];
  readonly calledOff?: readonly CalledOffTime[];
}

/**
 * Tells an opportunity in the words of the feed, with the people of the talent bank who lead it and the times that were
 * called off alone. A withdrawn one is told as such, not as deleted.
 */
export function publishOpportunity(
  row: OpportunityColumns,
  occurrences: readonly OccurrenceTimes[],
  { level, leaderIds = [], calledOff = [] }: ToldBeside = {},
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
    edition: row.edition ?? 0,
    ...(level && { level: levelOf(level) }),
    ...(leaderIds.length > 0 && { leaderIds: [...leaderIds] }),
    occurrences: occurrences.map(timeTold),
    ...(calledOff.length > 0 && {
      calledOff: calledOff.map((time) => ({ ...timeTold(time), at: iso(time.at) })),
    }),
    provenance: provenanceTold(row),
  };
  return told;
}

const provenanceTold = ({ provenance }: OpportunityColumns) => ({
  department: provenance.department,
  dataset: provenance.dataset,
  licence: provenance.licence,
  sample: provenance.sample,
  asOf: provenance.asOf,
  ...(provenance.overdueSince && { overdueSince: provenance.overdueSince }),
});

const timeTold = (time: OccurrenceTimes) => ({
  startsAt: iso(time.startsAt),
  endsAt: time.endsAt ? iso(time.endsAt) : null,
  allDay: time.allDay ?? false,
});

/** Services call their levels by enums of their own, whose codes are the same. */
const levelOf = (code: `${Level}`): Level => Level[code];

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

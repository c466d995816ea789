import { createHash } from 'node:crypto';

import type { FeedItem } from '@manabi/kit/feed/publisher';
import { onJapaneseClocks } from '@manabi/kit/japan-time';
import {
  type PublishedOpportunity,
  publishedOpportunity,
} from '@manabi/kit/opportunity/opportunity.published';
import { fold } from '@manabi/kit/text/fold';
import { grams } from '@manabi/kit/text/grams';
import { seatsTold } from '@manabi/kit/vocabulary/seats';
import { Audience } from '@manabi/kit/vocabulary/audience';
import type { Level } from '@manabi/kit/vocabulary/level';

import { type Time, bitsOf, weekTimes } from './week-time.rules.js';

/** The order of the audience bits in the index. */
export const audienceOrder: readonly Audience[] = Object.values(Audience);

/** The nine classes of the Ministry of Education, in its order; each is a bit of the index. */
export const categoryOrder: readonly string[] = ['1', '2', '3', '4', '5', '6', '7', '8', '9'];

/** Sorts what has no moment behind all that has one; the index knows it as `infinity`. */
const never = 'infinity';

/** One opportunity as the index takes it in; `index-row.repository` says the columns in the same order. */
export interface IndexRow {
  readonly id: string;
  readonly kind: string;
  readonly modified: number;
  readonly hash: string;
  /** The same for what looks the same to anybody: numbers of people count as they are told, in steps. */
  readonly looks: string;
  readonly data: PublishedOpportunity;
  readonly withdrawn: boolean;
  readonly department: string;
  readonly starts_sort: string;
  readonly over_at: string;
  readonly ends_at: string | null;
  readonly times: string;
  readonly start_month: number | null;
  readonly opens_at: string | null;
  readonly closes_sort: string;
  readonly selection: string | null;
  readonly is_full: boolean;
  readonly cancelled: boolean;
  readonly audiences: number;
  readonly subjects: readonly string[];
  /** The same subjects as they are told, as JSON: what the register of subjects is asked. */
  readonly subject_keys: string;
  readonly weekdays: number;
  readonly bands: number;
  readonly slots: number;
  readonly fee: string;
  readonly yen: number | null;
  readonly min_months: number | null;
  readonly max_months: number | null;
  readonly venue_code: string | null;
  readonly sample: boolean;
  readonly norm: string;
  readonly grams: string;
}

/** Reads an item of a feed as a row of the index. Throws a ZodError or a plain error when it is not one. */
export function indexRow(item: FeedItem): IndexRow {
  const data = publishedOpportunity.parse(item.data);
  const text = JSON.stringify(data);
  if (text.includes('\\u0000') || !text.isWellFormed())
    throw new Error('It holds characters that no text has: NUL or half a pair.');
  const norm = searchedText(data);
  return {
    id: item.id,
    kind: item.kind,
    modified: item.modified,
    hash: digestOf(item.kind, text),
    looks: digestOf(item.kind, JSON.stringify(asShown(data))),
    data,
    withdrawn: Boolean(data.withdrawnAt),
    department: data.provenance.department,
    ...momentsOf(data),
    ...applicationOf(data),
    ...whoAndWhat(data),
    norm,
    grams: grams(norm).join(' '),
  };
}

/** The text in which a search looks: each part folded, never running into the next. */
export function searchedText(data: PublishedOpportunity): string {
  const { title, summary, organiser, venueText, roomText } = data;
  const parts = [title.ja, title.kana, title.plain?.text, title.en?.text, summary?.ja, organiser];
  return [...parts, venueText, roomText]
    .map((part) => fold(part ?? ''))
    .filter((part) => part !== '')
    .join(' ');
}

function momentsOf(data: PublishedOpportunity) {
  const times = timesOf(data);
  const starts = [...(data.startsAt ? [new Date(data.startsAt)] : []), ...startsOf(times)];
  const ends = [...(data.endsAt ? [new Date(data.endsAt)] : []), ...endsOf(times)];
  const first = starts.length > 0 ? new Date(Math.min(...starts.map(Number))) : null;
  const last = [...starts, ...ends].map(Number);
  return {
    starts_sort: first?.toISOString() ?? never,
    over_at: last.length > 0 ? new Date(Math.max(...last)).toISOString() : never,
    ends_at: data.endsAt ?? null,
    times: `{${times.map(rangeOf).join(',')}}`,
    start_month: first && monthOf(first),
    ...weekTimes(times),
  };
}

const startsOf = (times: readonly Time[]): Date[] => times.map((time) => time.startsAt);
const endsOf = (times: readonly Time[]): Date[] => times.map(lastMoment);

/** Months since year 0 in Japan: 2026-01 is 24,312. */
function monthOf(moment: Date): number {
  const local = onJapaneseClocks(moment);
  return local.getUTCFullYear() * 12 + local.getUTCMonth();
}

/** Its occurrences; without any, its whole stretch, whose hours say nothing when it is longer than a day. */
function timesOf(data: PublishedOpportunity): Time[] {
  if (data.occurrences.length > 0)
    return data.occurrences.map((time) => ({
      startsAt: new Date(time.startsAt),
      endsAt: time.endsAt ? new Date(time.endsAt) : null,
      allDay: time.allDay,
    }));
  if (!data.startsAt) return [];
  const startsAt = new Date(data.startsAt);
  const endsAt = data.endsAt ? new Date(data.endsAt) : null;
  const length = endsAt ? endsAt.getTime() - startsAt.getTime() : 0;
  const allDay = length > day || (!endsAt && isMidnight(startsAt));
  return [{ startsAt, endsAt, allDay }];
}

const digestOf = (kind: string, text: string): string =>
  createHash('sha256').update(kind).update(text).digest('base64url').slice(0, 22);

/** What was told with no number of people but as lists show it, and without the mark of a late delivery. */
function asShown(data: PublishedOpportunity): object {
  const isFull = applicationOf(data).is_full;
  const provenance = { ...data.provenance, overdueSince: null };
  return { ...data, provenance, taken: null, waiting: null, seats: seatsTold(data), isFull };
}

function rangeOf(time: Time): string {
  return `["${time.startsAt.toISOString()}","${lastMoment(time).toISOString()}"]`;
}

/** Its end; where only a day is known, the end of that day. */
function lastMoment({ startsAt, endsAt, allDay }: Time): Date {
  const end = endsAt && endsAt > startsAt ? endsAt : startsAt;
  return allDay && isMidnight(end) ? new Date(end.getTime() + day) : end;
}

/** True at midnight in Japan, which is 15:00 in UTC: how a day without an hour is told. */
function isMidnight(moment: Date): boolean {
  return onJapaneseClocks(moment).getTime() % day === 0;
}

const day = 24 * 3_600_000;

function applicationOf(data: PublishedOpportunity) {
  const { capacity, taken } = data;
  return {
    opens_at: data.applyOpensAt ?? null,
    closes_sort: data.applyClosesAt ?? never,
    selection: data.selection?.method ?? null,
    is_full: capacity != null && taken != null && taken >= capacity,
    cancelled: Boolean(data.cancelledAt),
  };
}

function whoAndWhat(data: PublishedOpportunity) {
  return {
    audiences: bitsOf(data.audiences, audienceOrder),
    subjects: [...new Set(data.subjectKeys.flatMap(subjectTerms)), ...levelTerms(data.level)],
    subject_keys: JSON.stringify(data.subjectKeys),
    fee: data.fee?.kind ?? 'UNKNOWN',
    yen: data.fee?.yen ?? null,
    min_months: data.ages?.minMonths ?? null,
    max_months: data.ages?.maxMonths ?? null,
    venue_code: data.venueCode ?? null,
    sample: data.provenance.sample,
  };
}

/** A level as the index finds it, beside the subjects: no scheme of subjects is called so. */
export const levelTerms = (level: Level | null | undefined): string[] =>
  level ? [`level:${level}`] : [];

/** A subject as the index finds it: an NDC class also by every class above it. */
function subjectTerms({ scheme, code }: { scheme: string; code: string }): string[] {
  if (scheme !== 'NDC') return [`${scheme}:${code}`];
  return [...code].map((_, last) => `NDC:${code.slice(0, last + 1)}`);
}

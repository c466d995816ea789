import { japanTime } from '@manabi/kit/japan-time';
import { Tri } from '@manabi/kit/value/tri';
import {
  type ApplicationFacts,
  type ApplicationState,
  applicationState,
} from '@manabi/kit/vocabulary/application-state';
import { Audience } from '@manabi/kit/vocabulary/audience';

import type { SupportProfile } from '../access/support-profile.input.js';
import type { VerdictReason } from '../access/verdict.entity.js';

/** One time at which something takes place; its hour is not known when only the day is. */
export interface OfferTime {
  readonly startsAt: Date;
  readonly allDay: boolean;
}

/** What its department tells of an opportunity, and when it told it. */
export interface OfferFacts extends ApplicationFacts {
  readonly startsAt: Date | null;
  readonly endsAt: Date | null;
  readonly times: readonly OfferTime[];
  readonly audiences: readonly Audience[];
  /** Completed months, both ends included; null where nobody said anything. */
  readonly ages: { minMonths?: number | null; maxMonths?: number | null } | null;
  readonly source: { department: string; asOf?: Date | string | null } | null;
}

/**
 * What of an opportunity itself stands in the way of somebody with these needs, or does not. Children who are minded
 * meanwhile do not take part.
 */
export function offerReasons(
  profile: SupportProfile,
  offer: OfferFacts,
  { at, minded }: { readonly at: Date; readonly minded: boolean },
): VerdictReason[] {
  const reasons = [
    cancelled(offer),
    ...ageReasons(profile, offer, minded),
    profile.eveningOnly ? evening(offer) : null,
    profile.applyNow ? application(offer, at) : null,
  ];
  return reasons.flatMap((reason) => (reason ? [signed(reason, offer)] : []));
}

type Unsigned = Pick<VerdictReason, 'code' | 'value' | 'text'>;

/** Where nothing was said nobody answers for it. */
const signed = (reason: Unsigned, { source }: OfferFacts): VerdictReason => ({
  ...reason,
  department: source?.department ?? null,
  asOf: source?.asOf ?? null,
});

const cancelled = ({ cancelledAt }: OfferFacts): Unsigned | null =>
  cancelledAt ? { code: 'CANCELLED', value: Tri.NO, text: '中止になりました' } : null;

/** Tells whether children take part themselves: then the ages of an opportunity are theirs, not their parents'. */
export const isForChildren = ({ audiences }: Pick<OfferFacts, 'audiences'>): boolean =>
  audiences.includes(Audience.PARENT_CHILD) || audiences.includes(Audience.INFANT);

function ageReasons(profile: SupportProfile, offer: OfferFacts, minded: boolean): Unsigned[] {
  const judged = agesOf(profile, offer, minded).map((age) => judgeAge(age, offer.ages));
  if (judged.length === 0) return [];
  const value = [Tri.NO, Tri.UNKNOWN].find((answer) => judged.includes(answer)) ?? Tri.YES;
  return [{ code: 'AGE', value, text: `対象年齢：${spokenAges(offer.ages)}` }];
}

/** The ages that count, each as the least and the most months that it can be. */
function agesOf(
  { age, childMonths }: SupportProfile,
  offer: OfferFacts,
  minded: boolean,
): [number, number][] {
  const children = childMonths ?? [];
  if (isForChildren(offer) && children.length > 0) {
    return minded ? [] : children.map((months) => [months, months]);
  }
  return age == null ? [] : [[age * 12, age * 12 + 11]];
}

/** Of a person whose age lies between two numbers of months it may depend on the birthday. */
function judgeAge([least, most]: [number, number], ages: OfferFacts['ages']): Tri {
  if (!ages) return Tri.UNKNOWN;
  const min = ages.minMonths ?? 0;
  const max = ages.maxMonths ?? Number.POSITIVE_INFINITY;
  if (most < min || least > max) return Tri.NO;
  return least >= min && most <= max ? Tri.YES : Tri.UNKNOWN;
}

function spokenAges(ages: OfferFacts['ages']): string {
  if (!ages) return '登録がありません';
  const { minMonths, maxMonths } = ages;
  if (!minMonths && maxMonths == null) return '制限はありません';
  const from = minMonths ? `${spokenMonths(minMonths)}から` : '';
  const to = maxMonths == null ? '' : `${spokenMonths(maxMonths)}まで`;
  return from + to;
}

/** Whole years as years; a range that ends within a year of life ends with that year (5歳11か月 is 5歳). */
function spokenMonths(months: number): string {
  if (months % 12 === 0 || months % 12 === 11) return `${Math.floor(months / 12)}歳`;
  return months < 24 ? `${months}か月` : `${Math.floor(months / 12)}歳${months % 12}か月`;
}

/** The evening begins where the kominkan's and the index's does. */
const eveningFrom = '18:00';

function evening({ times }: OfferFacts): Unsigned {
  const reason = (value: Tri, text: string): Unsigned => ({ code: 'EVENING', value, text });
  const early = times.find(({ startsAt, allDay }) => !allDay && japanTime(startsAt) < eveningFrom);
  if (early) return reason(Tri.NO, `開始時刻：${japanTime(early.startsAt)}からの回があります`);
  if (times.length === 0 || times.some(({ allDay }) => allDay)) {
    return reason(Tri.UNKNOWN, '開始時刻：分かりません');
  }
  return reason(Tri.YES, `開始時刻：すべて${eveningFrom}以降です`);
}

const byState: Readonly<Record<ApplicationState, readonly [Tri, string]>> = {
  OPEN: [Tri.YES, '受付中です'],
  LOTTERY: [Tri.YES, '抽選を受付中です'],
  NO_APPLICATION: [Tri.YES, '不要です'],
  BEFORE: [Tri.NO, '受付前です'],
  WAITLIST: [Tri.UNKNOWN, '満員で、キャンセル待ちです'],
  CLOSED: [Tri.NO, '受付は終わりました'],
  UNKNOWN: [Tri.UNKNOWN, '受付期間が分かりません'],
};

function application(offer: OfferFacts, at: Date): Unsigned {
  const [value, words] = byState[applicationState(offer, at)];
  return { code: 'APPLICATION', value, text: `申込み：${words}` };
}

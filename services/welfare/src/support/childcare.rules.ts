import { japanDay } from '@manabi/kit/japan-time';
import { Tri } from '@manabi/kit/value/tri';

import { worst } from '../access/access.rules.js';
import type { VerdictReason } from '../access/verdict.entity.js';
import type { ChildcareSession } from '../childcare/childcare.entity.js';

/** First start and last end of what somebody wants to take part in. */
export interface Times {
  readonly startsAt: Date | null;
  readonly endsAt: Date | null;
}

/** Why the children are looked after or not, and the session that decides it. */
export interface Judged {
  readonly reason: VerdictReason;
  readonly session: ChildcareSession | null;
}

interface Answer {
  readonly value: Tri;
  readonly text: string;
  readonly session: ChildcareSession;
}

/**
 * Takes the best session of each day, and of the days the worst: who takes part needs it on each. Childcare that is
 * over, was cancelled, or lies outside the time of the opportunity does not count; that there is none recorded is no "no".
 */
export function judgeChildcare(
  months: readonly number[],
  facts: { readonly times: Times; readonly childcare: readonly ChildcareSession[] },
  at: Date,
): Judged {
  const counted = facts.childcare.filter(
    (each) => !each.cancelledAt && each.endsAt > at && within(each, facts.times),
  );
  const answers = counted.map((session) => answerOf(session, months, facts.times));
  const days = [...Map.groupBy(answers, ({ session }) => japanDay(session.startsAt)).values()];
  const bestOfDays = days.flatMap((day) => pick(day, best(day.map(({ value }) => value))));
  const [decisive] = pick(bestOfDays, worst(bestOfDays.map(({ value }) => value)));
  if (!decisive) return { reason: unrecorded, session: null };
  const { session, text, value } = decisive;
  const { department, asOf } = session.provenance;
  return { reason: { code: 'CHILDCARE', value, text, department, asOf: asOf ?? null }, session };
}

const unrecorded: VerdictReason = {
  code: 'CHILDCARE',
  value: Tri.UNKNOWN,
  text: '保育：登録がありません',
  department: null,
  asOf: null,
};

const pick = (answers: readonly Answer[], value: Tri): Answer[] =>
  answers.filter((answer) => answer.value === value).slice(0, 1);

function best(answers: readonly Tri[]): Tri {
  if (answers.includes(Tri.YES)) return Tri.YES;
  return answers.includes(Tri.UNKNOWN) ? Tri.UNKNOWN : Tri.NO;
}

function within({ startsAt, endsAt }: ChildcareSession, times: Times): boolean {
  return (
    (times.startsAt === null || endsAt > times.startsAt) &&
    (times.endsAt === null || startsAt < times.endsAt)
  );
}

function answerOf(session: ChildcareSession, months: readonly number[], times: Times): Answer {
  const answer = (value: Tri, text: string): Answer => ({ value, text: `保育：${text}`, session });
  const { minMonths, maxMonths, placesLeft } = session;
  const tooYoung = months.some((age) => minMonths != null && age < minMonths);
  const tooOld = months.some((age) => maxMonths != null && age > maxMonths);
  if (tooYoung) return answer(Tri.NO, `${minMonths}か月から預かります`);
  if (tooOld) return answer(Tri.NO, `${maxMonths}か月まで預かります`);
  if (isTooShort(session, times)) return answer(Tri.NO, '開催時間の全部は預かれません');
  if (placesLeft == null) return answer(Tri.UNKNOWN, '残り枠が分かりません');
  if (placesLeft < Math.max(1, months.length)) return answer(Tri.NO, `残り${placesLeft}人です`);
  return answer(Tri.YES, `残り${placesLeft}人です`);
}

/** Within one day the childcare must last as long as what it goes with; of several days only each day's times tell. */
function isTooShort(session: ChildcareSession, { startsAt, endsAt }: Times): boolean {
  if (!startsAt || !endsAt || japanDay(startsAt) !== japanDay(endsAt)) return false;
  return session.startsAt > startsAt || session.endsAt < endsAt;
}

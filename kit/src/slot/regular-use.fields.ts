import 'reflect-metadata';
import { ArgsType, Field, Int } from 'type-graphql';
import { z } from 'zod';

import { refusedInput, refusedSpan } from '../refused-input.js';
import { addRule } from '../rules.js';
import { TimeSpan } from '../value/time-span.js';
import { type AlternativesOf, mostAlternativeDays } from './regular-use.read.js';

const day = 24 * 60 * 60 * 1000;
const usualDays = 28;

/** Which other rooms are wanted for a regular use. */
@ArgsType()
export class AlternativeArguments {
  @Field(() => TimeSpan, {
    nullable: true,
    description: 'For the usual meetings in these days; 28 days from now when absent (期間).',
  })
  in?: TimeSpan | null;

  @Field(() => Boolean, {
    defaultValue: true,
    description: 'Only within 1,500 metres of the usual one (同じ地域のみ).',
  })
  sameArea!: boolean;

  @Field(() => Int, {
    nullable: true,
    description: 'For so many people; for as many as the usual one holds when absent (人数).',
  })
  people?: number | null;

  @Field(() => Int, { defaultValue: 5, description: 'How many at most, 1 to 20 (件数).' })
  first!: number;
}

addRule(AlternativeArguments.prototype, 'people', z.int().min(0).max(100_000).nullish());
addRule(AlternativeArguments.prototype, 'first', z.int().min(1).max(20));

/** The other rooms that were asked for. Refuses a stretch that is empty or longer than 92 days. */
export function alternativesAsked(
  of: string,
  asked: AlternativeArguments,
  now: Date,
): AlternativesOf {
  const { from, to } = asked.in ?? { from: now, to: new Date(now.getTime() + usualDays * day) };
  const days = (to.getTime() - from.getTime()) / day;
  if (days <= 0 || days > mostAlternativeDays) {
    throw refusedInput(
      `"in" is ${days.toFixed(1)} days; other rooms are told for more than 0 and at most ${mostAlternativeDays}. Move its end, and ask again for later days.`,
      refusedSpan('in', days, mostAlternativeDays),
    );
  }
  return {
    of,
    from: from.toISOString(),
    to: to.toISOString(),
    people: asked.people ?? null,
    near: asked.sameArea,
    size: asked.first,
  };
}

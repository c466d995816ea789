import type { Context } from '@manabi/kit/context';
import { guarded } from '@manabi/kit/value/guarded-count';
import { Args, Ctx, Directive, FieldResolver, Resolver, Root } from 'type-graphql';

import { Measure } from '../measure/measure.entity.js';
import { MeasureParticipation, Participation } from './participation.entity.js';
import { participationOfMeasure } from './participation.loader.js';
import { linesOf } from './participation.rules.js';
import { StatisticArguments, countedScope } from './statistic.input.js';

/** Gives a measure the places and people of what carries it out. */
@Resolver(() => Measure)
export class MeasureParticipationResolver {
  @Directive('@requiresScopes(scopes: [["plan.statistics"]])')
  @Directive('@cost(weight: 3)')
  @FieldResolver(() => MeasureParticipation, {
    nullable: true,
    description:
      'Places and people of what carries it out, or anything under it; fewer than ten people are held back (参加の集計).',
  })
  async participation(
    @Root() { code }: Measure,
    @Args(() => StatisticArguments) { scope }: StatisticArguments,
    @Ctx() { loaders }: Context,
  ): Promise<MeasureParticipation> {
    const rows = await loaders
      .of(participationOfMeasure)
      .load({ of: code, ...countedScope(scope) });
    const parts = Map.groupBy(rows, ({ part }) => part);
    return {
      total: linesOf(parts.get('ALL'))[0] ?? nothing,
      departments: linesOf(parts.get('DEPARTMENT')),
      categories: linesOf(parts.get('CATEGORY')),
    };
  }
}

/** Says what a line of a statistic stands for. */
@Resolver(() => Participation)
export class ParticipationResolver {
  @FieldResolver(() => String, {
    nullable: true,
    description: 'Code of the department or category; null for a sum (部署・区分のコード).',
  })
  code(@Root() { code }: Participation): string | null {
    return code === '' ? null : code;
  }
}

const nothing: Participation = {
  code: '',
  opportunities: { value: 0, isExact: true },
  seats: null,
  attendees: guarded(null),
  waiting: guarded(null),
  emptySeats: null,
};

import type { Context } from '@manabi/kit/context';
import { Args, Ctx, Directive, Query, Resolver } from 'type-graphql';

import { StatisticArguments, countedScope } from './statistic.input.js';
import { VenueAccess } from './venue-access.entity.js';
import { accessOfVenues } from './venue-access.repository.js';

const exact = (value: number) => ({ value, isExact: true });

/** A share to three places; null where there is nothing of which it could be one. */
const shareOf = (part: number, whole: number): number | null =>
  whole === 0 ? null : Math.round((part / whole) * 1_000) / 1_000;

/** Answers how much is known of the access to venues. */
@Resolver()
export class VenueAccessResolver {
  @Directive('@requiresScopes(scopes: [["plan.statistics"]])')
  @Directive('@cost(weight: 10)')
  @Query(() => VenueAccess, {
    nullable: true,
    description:
      'Of how many venues the access is unknown; a venue without any record counts as unknown (アクセス情報が不明な会場).',
  })
  async venueAccess(
    @Args(() => StatisticArguments) { scope }: StatisticArguments,
    @Ctx() { em }: Context,
  ): Promise<VenueAccess> {
    const { venues, unknown, partly, items } = await accessOfVenues(em, countedScope(scope));
    return {
      venues: exact(venues),
      unknown: exact(unknown),
      partlyUnknown: exact(partly),
      unknownShare: shareOf(unknown, venues),
      items: items.map((item) => ({
        code: item.code,
        unknown: exact(item.unknown),
        share: shareOf(item.unknown, venues),
      })),
    };
  }
}

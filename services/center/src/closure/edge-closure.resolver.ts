import { Public } from '@manabi/kit/column';
import type { Context } from '@manabi/kit/context';
import type { TimeSpan } from '@manabi/kit/value/time-span';
import { Ctx, Directive, FieldResolver, Resolver, Root } from 'type-graphql';

import { OpportunityEdge } from '../opportunity/opportunity.entity.js';
import { Closure } from './closure.entity.js';
import { closuresOfFacility } from './closure.loader.js';
import { fallsInto } from './closure.rules.js';

/** Tells of what was found whether its house will be closed when it takes place. */
@Resolver(() => OpportunityEdge)
export class EdgeClosureResolver {
  @Public()
  @Directive('@listSize(assumedSize: 1)')
  @FieldResolver(() => [Closure], {
    nullable: true,
    description:
      'Closures of its venue, or of rooms in it, that fall on one of its times; ask its department (会場の臨時休館).',
  })
  async venueClosures(
    @Root() { venueCode, times }: OpportunityEdge,
    @Ctx() { loaders }: Context,
  ): Promise<Closure[]> {
    const spans = times.flatMap(({ startsAt, endsAt }) =>
      startsAt ? [{ from: new Date(startsAt), to: new Date(endsAt ?? startsAt) }] : [],
    );
    const [first, ...others] = spans;
    if (!venueCode || !first) return [];
    const whole = others.reduce(around, first);
    const found = await loaders.of(closuresOfFacility).load({
      facilityCode: venueCode,
      from: whole.from.toISOString(),
      to: whole.to.toISOString(),
    });
    return found
      .map(({ closure }) => closure)
      .filter((closure) => spans.some((span) => fallsInto(closure, span)));
  }
}

/** The stretch from the first start to the last end. */
function around(one: TimeSpan, other: TimeSpan): TimeSpan {
  return {
    from: one.from < other.from ? one.from : other.from,
    to: one.to > other.to ? one.to : other.to,
  };
}

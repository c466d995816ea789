import { Public } from '@manabi/kit/column';
import type { Context } from '@manabi/kit/context';
import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';

import { Area } from '../area/area.entity.js';
import { areaByCode } from '../area/area.loader.js';
import { Facility } from '../facility/facility.entity.js';
import { facilityByCode } from '../facility/facility.loader.js';
import { type KnownNode, opportunityNode } from '../opportunity/opportunity.resolver.js';
import { LearningOpportunity } from '../opportunity/opportunity.stub.js';
import { CalendarGroup, CalendarLine } from './calendar.entity.js';

/** Gives a moment its house and the way to its owner. */
@Resolver(() => CalendarLine)
export class CalendarLineResolver {
  @Public()
  @FieldResolver(() => Facility, { nullable: true, description: 'The house (施設).' })
  venue(
    @Root() { venueCode }: CalendarLine,
    @Ctx() { loaders }: Context,
  ): Promise<Facility | null> | null {
    return venueCode ? loaders.of(facilityByCode).load(venueCode) : null;
  }

  @Public()
  @FieldResolver(() => LearningOpportunity, {
    nullable: true,
    description: 'All that its owner tells of the opportunity; null for a lottery (学習機会).',
  })
  opportunity(
    @Root() { opportunityKey }: CalendarLine,
    @Ctx() context: Context,
  ): Promise<KnownNode> | null {
    if (!opportunityKey) return null;
    const { id, kind } = opportunityKey;
    return opportunityNode({ __typename: kind, id }, context);
  }
}

/** Gives a group its area from the register. */
@Resolver(() => CalendarGroup)
export class CalendarGroupResolver {
  @Public()
  @FieldResolver(() => Area, {
    nullable: true,
    description: 'Town block of the venue; null where no venue of the register is known (町字).',
  })
  area(
    @Root() { areaCode }: CalendarGroup,
    @Ctx() { loaders }: Context,
  ): Promise<Area | null> | null {
    return areaCode ? loaders.of(areaByCode).load(areaCode) : null;
  }
}

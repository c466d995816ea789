import { Public } from '@manabi/kit/column';
import type { Context } from '@manabi/kit/context';
import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';

import { Facility } from '../facility/facility.entity.js';
import { facilityByCode } from '../facility/facility.loader.js';
import { StandIn } from './stand-in.entity.js';

/** Gives a house that stands in from the register. */
@Resolver(() => StandIn)
export class StandInResolver {
  @Public()
  @FieldResolver(() => Facility, { nullable: true, description: 'The house (施設).' })
  facility(
    @Root() { facilityCode }: StandIn,
    @Ctx() { loaders }: Context,
  ): Promise<Facility | null> {
    return loaders.of(facilityByCode).load(facilityCode);
  }
}

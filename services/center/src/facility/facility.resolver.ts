import { Public } from '@manabi/kit/column';
import type { Context } from '@manabi/kit/context';
import { Arg, Ctx, ID, Query, Resolver } from 'type-graphql';

import { Facility } from './facility.entity.js';
import { facilityByCode } from './facility.loader.js';

/** Answers what is asked of facilities. */
@Resolver(() => Facility)
export class FacilityResolver {
  @Public()
  @Query(() => Facility, { nullable: true, description: 'A facility by its code (公共施設).' })
  facility(
    @Arg('code', () => ID, { description: 'Its code (施設コード).' }) code: string,
    @Ctx() { loaders }: Context,
  ): Promise<Facility | null> {
    return loaders.of(facilityByCode).load(code);
  }
}

/** What a reference to a facility means. */
export const facilityReference = (
  { code }: { code: string },
  { loaders }: Context,
): Promise<Facility | null> => loaders.of(facilityByCode).load(code);

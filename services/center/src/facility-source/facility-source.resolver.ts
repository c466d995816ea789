import { Public } from '@manabi/kit/column';
import type { Context } from '@manabi/kit/context';
import { Ctx, Directive, FieldResolver, Resolver, Root } from 'type-graphql';

import { Facility } from '../facility/facility.entity.js';
import { FacilitySource } from './facility-source.entity.js';
import { sourcesOfFacility } from './facility-source.loader.js';

/** Gives a facility what other data sets say of it. */
@Resolver(() => Facility)
export class FacilitySourceResolver {
  @Public()
  @Directive('@listSize(assumedSize: 5)')
  @FieldResolver(() => [FacilitySource], {
    nullable: true,
    description: 'What other data sets say of it, each with its date (ほかのデータセットの情報).',
  })
  sources(@Root() { code }: Facility, @Ctx() { loaders }: Context): Promise<FacilitySource[]> {
    return loaders.of(sourcesOfFacility).load(code);
  }
}

import type { LoaderOf } from '@manabi/kit/batch';
import { Public } from '@manabi/kit/column';
import type { Context } from '@manabi/kit/context';
import { Arg, type ClassType, Ctx, Directive, FieldResolver, Resolver, Root } from 'type-graphql';

import { Area } from '../area/area.stub.js';
import { SchoolDistrict } from '../school-district/school-district.stub.js';
import { BandCount } from './population.entity.js';
import { populationOfArea, populationOfDistrict } from './population.loader.js';
import type { PlaceBand } from './population.repository.js';
import { ageBands, bandCounts } from './population.rules.js';

/** Gives a kind of place its population. */
function populationField(
  type: ClassType<{ code: string }>,
  loader: LoaderOf<string, PlaceBand[]>,
): ClassType {
  @Resolver(() => type)
  class PopulationResolver {
    @Public()
    @Directive('@listSize(assumedSize: 24)')
    @FieldResolver(() => [BandCount], {
      nullable: true,
      description: 'Who lives here, by age band (年齢別人口).',
    })
    async population(
      @Root() { code }: { code: string },
      @Arg('ageBands', () => [String], {
        nullable: true,
        description:
          'Bands such as 0-5 and 65+, 20 at most; those of the register when absent (年齢階級).',
      })
      bands: string[] | undefined,
      @Ctx() { loaders }: Context,
    ): Promise<BandCount[]> {
      const wanted = bands ? ageBands(bands) : null;
      return bandCounts(await loaders.of(loader).load(code), wanted);
    }
  }
  return PopulationResolver;
}

export const AreaPopulationResolver = populationField(Area, populationOfArea);
export const SchoolDistrictPopulationResolver = populationField(
  SchoolDistrict,
  populationOfDistrict,
);

/** What a reference to a place means: the place itself, to which its population is added. */
export const placeReference = ({ code }: { code: string }): { code: string } => ({ code });

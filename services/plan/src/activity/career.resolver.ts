import type { LoaderOf } from '@manabi/kit/batch';
import { Public } from '@manabi/kit/column';
import type { Context } from '@manabi/kit/context';
import { guardedInTens } from '@manabi/kit/value/guarded-count';
import { Args, type ClassType, Ctx, Directive, FieldResolver, Resolver, Root } from 'type-graphql';

import { Group } from '../group/group.stub.js';
import { SchoolDistrict } from '../school-district/school-district.stub.js';
import { CareerArguments } from './activity.input.js';
import { careerOfDistrict, careerOfGroup } from './activity.loader.js';
import type { CareerOf, CareerRow } from './activity.repository.js';
import { CareerYear } from './career.entity.js';

/** What a career belongs to, and by which of its fields. */
interface Holder<Entity extends object> {
  readonly type: ClassType<Entity>;
  readonly keyOf: (holder: Entity) => string;
  readonly loader: LoaderOf<CareerOf, CareerRow[]>;
}

/** Gives those who learn together the history of what they did. */
function careerField<Entity extends object>({ type, keyOf, loader }: Holder<Entity>): ClassType {
  @Resolver(() => type)
  class CareerResolver {
    @Public()
    @Directive('@cost(weight: 2)')
    @Directive('@listSize(assumedSize: 10)')
    @FieldResolver(() => [CareerYear], {
      nullable: true,
      description:
        'What was learned, shown and given to others here, by fiscal year, latest first (コミュニティ・キャリア).',
    })
    async career(
      @Root() holder: Entity,
      @Args(() => CareerArguments) { from, to }: CareerArguments,
      @Ctx() { loaders }: Context,
    ): Promise<CareerYear[]> {
      const wanted = { of: keyOf(holder), from: from ?? null, to: to ?? null };
      return (await loaders.of(loader).load(wanted)).map(yearOf);
    }
  }
  return CareerResolver;
}

const yearOf = (row: CareerRow): CareerYear => {
  const counted = (value: number) => ({ value, isExact: true });
  return {
    fiscalYear: row.year,
    activities: counted(row.activities),
    presentations: counted(row.presentations),
    groups: counted(row.groups),
    participants: guardedInTens(row.participants),
    helpers: guardedInTens(row.helpers),
    sample: row.sample,
    latest: row.latest,
  };
};

export const DistrictCareerResolver = careerField({
  type: SchoolDistrict,
  keyOf: ({ code }) => code,
  loader: careerOfDistrict,
});

export const GroupCareerResolver = careerField({
  type: Group,
  keyOf: ({ id }) => id,
  loader: careerOfGroup,
});

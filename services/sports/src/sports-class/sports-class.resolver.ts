import { Public } from '@manabi/kit/column';
import type { Context } from '@manabi/kit/context';
import { opportunityFields } from '@manabi/kit/opportunity/opportunity.fields';
import { Arg, Ctx, ID, Query, Resolver } from 'type-graphql';

import { Facility } from '../facility/facility.stub.js';
import { Subject } from '../subject/subject.stub.js';
import { SportsClass } from './sports-class.entity.js';
import { sportsClassById } from './sports-class.loader.js';

/** Answers what is asked of sports classes. */
@Resolver(() => SportsClass)
export class SportsClassResolver extends opportunityFields(SportsClass, {
  facility: Facility,
  subject: Subject,
}) {
  @Public()
  @Query(() => SportsClass, {
    nullable: true,
    description: 'A sports class by its id (スポーツ教室).',
  })
  sportsClass(
    @Arg('id', () => ID, { description: 'Its id (識別子).' }) id: string,
    @Ctx() { loaders }: Context,
  ): Promise<SportsClass | null> {
    return loaders.of(sportsClassById).load(id);
  }
}

/** What a reference to a sports class means. */
export const sportsClassReference = (
  { id }: { id: string },
  { loaders }: Context,
): Promise<SportsClass | null> => loaders.of(sportsClassById).load(id);

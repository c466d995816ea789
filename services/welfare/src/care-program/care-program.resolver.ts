import { Public } from '@manabi/kit/column';
import type { Context } from '@manabi/kit/context';
import { opportunityFields } from '@manabi/kit/opportunity/opportunity.fields';
import { Arg, Ctx, ID, Query, Resolver } from 'type-graphql';

import { Facility } from '../facility/facility.stub.js';
import { Subject } from '../subject/subject.stub.js';
import { CareProgram } from './care-program.entity.js';
import { careProgramById } from './care-program.loader.js';

/** Answers what is asked of the programmes. */
@Resolver(() => CareProgram)
export class CareProgramResolver extends opportunityFields(CareProgram, {
  facility: Facility,
  subject: Subject,
}) {
  @Public()
  @Query(() => CareProgram, {
    nullable: true,
    description:
      'A programme of welfare, child care or health by its id (福祉・子育て・健康の事業).',
  })
  careProgram(
    @Arg('id', () => ID, { description: 'Its id (識別子).' }) id: string,
    @Ctx() { loaders }: Context,
  ): Promise<CareProgram | null> {
    return loaders.of(careProgramById).load(id);
  }
}

/** What a reference to a programme means. */
export const careProgramReference = (
  { id }: { id: string },
  { loaders }: Context,
): Promise<CareProgram | null> => loaders.of(careProgramById).load(id);

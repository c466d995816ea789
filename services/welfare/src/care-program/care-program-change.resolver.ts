import { Public } from '@manabi/kit/column';
import type { Context } from '@manabi/kit/context';
import type { RecordChange } from '@manabi/kit/subscription/change';
import { ChangeArguments } from '@manabi/kit/subscription/change.fields';
import { changeFields } from '@manabi/kit/subscription/change.resolver';
import { changesOf } from '@manabi/kit/subscription/changes-of';
import { Args, Ctx, Directive, FieldResolver, Resolver, Root, Subscription } from 'type-graphql';

import { CareProgramChange } from './care-program-change.entity.js';
import { CareProgram } from './care-program.entity.js';
import { careProgramById } from './care-program.loader.js';

/** Tells the changes of the programmes. */
@Resolver(() => CareProgramChange)
export class CareProgramChangeResolver extends changeFields(CareProgramChange, careProgramById) {
  @Public()
  @Directive('@cost(weight: 10)')
  @Subscription(() => CareProgramChange, {
    description:
      'Tells each programme of welfare, child care or health that is new, changes or is withdrawn; changes in quick succession may be told as one (福祉・子育て・健康の事業の変更通知).',
    subscribe: changesOf('CareProgram'),
  })
  careProgramChanged(
    @Root() change: RecordChange,
    // Read where the changes are chosen, in changesOf; here it only tells the graph its arguments.
    // oxlint-disable-next-line no-unused-vars
    @Args(() => ChangeArguments) _: ChangeArguments,
  ): CareProgramChange {
    return change;
  }

  @Public()
  @FieldResolver(() => CareProgram, {
    nullable: true,
    description: 'As it is now; null when it is there no more (福祉・子育て・健康の事業).',
  })
  careProgram(
    @Root() { id }: CareProgramChange,
    @Ctx() { loaders }: Context,
  ): Promise<CareProgram | null> {
    return loaders.of(careProgramById).load(id);
  }
}

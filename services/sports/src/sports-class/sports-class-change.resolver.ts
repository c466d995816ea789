import { Public } from '@manabi/kit/column';
import type { Context } from '@manabi/kit/context';
import type { RecordChange } from '@manabi/kit/subscription/change';
import { ChangeArguments } from '@manabi/kit/subscription/change.fields';
import { changeFields } from '@manabi/kit/subscription/change.resolver';
import { changesOf } from '@manabi/kit/subscription/changes-of';
import { Args, Ctx, Directive, FieldResolver, Resolver, Root, Subscription } from 'type-graphql';

import { SportsClassChange } from './sports-class-change.entity.js';
import { SportsClass } from './sports-class.entity.js';
import { sportsClassById } from './sports-class.loader.js';

/** Tells the changes of sports classes. */
@Resolver(() => SportsClassChange)
export class SportsClassChangeResolver extends changeFields(SportsClassChange, sportsClassById) {
  @Public()
  @Directive('@cost(weight: 10)')
  @Subscription(() => SportsClassChange, {
    description:
      'Tells each sports class that is new, changes or is withdrawn; changes in quick succession may be told as one (スポーツ教室の変更通知).',
    subscribe: changesOf('SportsClass'),
  })
  sportsClassChanged(
    @Root() change: RecordChange,
    // Read where the changes are chosen, in changesOf; here it only tells the graph its arguments.
    // oxlint-disable-next-line no-unused-vars
    @Args(() => ChangeArguments) _: ChangeArguments,
  ): SportsClassChange {
    return change;
  }

  @Public()
  @FieldResolver(() => SportsClass, {
    nullable: true,
    description: 'As it is now; null when it is there no more (スポーツ教室).',
  })
  sportsClass(
    @Root() { id }: SportsClassChange,
    @Ctx() { loaders }: Context,
  ): Promise<SportsClass | null> {
    return loaders.of(sportsClassById).load(id);
  }
}

import { Public } from '@manabi/kit/column';
import type { Context } from '@manabi/kit/context';
import type { RecordChange } from '@manabi/kit/subscription/change';
import { ChangeArguments } from '@manabi/kit/subscription/change.fields';
import { changeFields } from '@manabi/kit/subscription/change.resolver';
import { changesOf } from '@manabi/kit/subscription/changes-of';
import { Args, Ctx, Directive, FieldResolver, Resolver, Root, Subscription } from 'type-graphql';

import { LibraryProgramChange } from './program-change.entity.js';
import { LibraryProgram } from './program.entity.js';
import { programById } from './program.loader.js';

/** Tells the changes of the library’s events. */
@Resolver(() => LibraryProgramChange)
export class LibraryProgramChangeResolver extends changeFields(LibraryProgramChange, programById) {
  @Public()
  @Directive('@cost(weight: 10)')
  @Subscription(() => LibraryProgramChange, {
    description:
      'Tells each library event that is new, changes or is withdrawn; changes in quick succession may be told as one (図書館行事の変更通知).',
    subscribe: changesOf('LibraryProgram'),
  })
  libraryProgramChanged(
    @Root() change: RecordChange,
    // Read where the changes are chosen, in changesOf; here it only tells the graph its arguments.
    // oxlint-disable-next-line no-unused-vars
    @Args(() => ChangeArguments) _: ChangeArguments,
  ): LibraryProgramChange {
    return change;
  }

  @Public()
  @FieldResolver(() => LibraryProgram, {
    nullable: true,
    description: 'As it is now; null when it is there no more (図書館行事).',
  })
  libraryProgram(
    @Root() { id }: LibraryProgramChange,
    @Ctx() { loaders }: Context,
  ): Promise<LibraryProgram | null> {
    return loaders.of(programById).load(id);
  }
}

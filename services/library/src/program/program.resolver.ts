import { Public } from '@manabi/kit/column';
import type { Context } from '@manabi/kit/context';
import { opportunityFields } from '@manabi/kit/opportunity/opportunity.fields';
import { Arg, Ctx, ID, Query, Resolver } from 'type-graphql';

import { Facility } from '../facility/facility.stub.js';
import { Subject } from '../subject/subject.stub.js';
import { LibraryProgram } from './program.entity.js';
import { programById } from './program.loader.js';

/** Answers what is asked of the library's events. */
@Resolver(() => LibraryProgram)
export class LibraryProgramResolver extends opportunityFields(LibraryProgram, {
  facility: Facility,
  subject: Subject,
}) {
  @Public()
  @Query(() => LibraryProgram, {
    nullable: true,
    description: 'An event of the library by its id (図書館行事).',
  })
  libraryProgram(
    @Arg('id', () => ID, { description: 'Its id (識別子).' }) id: string,
    @Ctx() { loaders }: Context,
  ): Promise<LibraryProgram | null> {
    return loaders.of(programById).load(id);
  }
}

/** What a reference to an event means. */
export const programReference = (
  { id }: { id: string },
  { loaders }: Context,
): Promise<LibraryProgram | null> => loaders.of(programById).load(id);

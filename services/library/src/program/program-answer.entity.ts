import { answerUnion } from '@manabi/kit/write/answer-union';
import { ChangedMeanwhile, RecordUnknown } from '@manabi/kit/write/refusal';
import { Field, ObjectType } from 'type-graphql';

import { LibraryBranchUnknown } from '../branch/branch.errors.js';
import { LibraryProgram } from './program.entity.js';
import { LibraryProgramAlreadyCancelled, ProgramTimesImpossible } from './program.errors.js';

/** An event was published. */
@ObjectType({ description: 'The event was published (行事を公開しました).' })
export class LibraryProgramPublished {
  readonly __typename!: 'LibraryProgramPublished';

  @Field(() => LibraryProgram, {
    nullable: true,
    description: 'The event (図書館行事).',
    simple: true,
  })
  libraryProgram!: LibraryProgram | null;
}

/** The times of an event were changed. */
@ObjectType({ description: 'The times of the event were changed (日程を変更しました).' })
export class LibraryProgramRescheduled {
  readonly __typename!: 'LibraryProgramRescheduled';

  @Field(() => LibraryProgram, {
    nullable: true,
    description: 'The event as it is now (図書館行事).',
    simple: true,
  })
  libraryProgram!: LibraryProgram | null;
}

/** An event was cancelled. */
@ObjectType({ description: 'The event was cancelled (行事を中止しました).' })
export class LibraryProgramCancelled {
  readonly __typename!: 'LibraryProgramCancelled';

  @Field(() => LibraryProgram, {
    nullable: true,
    description: 'The event as it is now (図書館行事).',
    simple: true,
  })
  libraryProgram!: LibraryProgram | null;
}

/** What became of a request to publish an event. */
export const PublishLibraryProgramAnswer = answerUnion({
  name: 'PublishLibraryProgramAnswer',
  description: 'The published event, or why not (行事公開の結果).',
  types: () => [LibraryProgramPublished, LibraryBranchUnknown, ProgramTimesImpossible] as const,
});

/** What became of a request to change the times of an event. */
export const RescheduleLibraryProgramAnswer = answerUnion({
  name: 'RescheduleLibraryProgramAnswer',
  description: 'The event with its new times, or why not (日程変更の結果).',
  types: () =>
    [
      LibraryProgramRescheduled,
      ProgramTimesImpossible,
      LibraryProgramAlreadyCancelled,
      RecordUnknown,
      ChangedMeanwhile,
    ] as const,
});

/** What became of a request to cancel an event. */
export const CancelLibraryProgramAnswer = answerUnion({
  name: 'CancelLibraryProgramAnswer',
  description: 'The cancelled event, or why not (行事中止の結果).',
  types: () =>
    [
      LibraryProgramCancelled,
      LibraryProgramAlreadyCancelled,
      RecordUnknown,
      ChangedMeanwhile,
    ] as const,
});

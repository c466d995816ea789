import type { Context } from '@manabi/kit/context';
import type { Provenance } from '@manabi/kit/value/provenance';
import { changeRecord } from '@manabi/kit/write/record.write';
import { revisionField } from '@manabi/kit/write/revision.resolver';
import { Written, writeOnce } from '@manabi/kit/write/write-once';
import { Arg, Ctx, Directive, Mutation, Resolver } from 'type-graphql';

import { BookSet } from '../book-set/book-set.entity.js';
import { LibraryBranch } from '../branch/branch.entity.js';
import { DigitalItem } from '../digital-item/digital-item.entity.js';
import { LibraryProgram } from '../program/program.entity.js';
import { ReferenceCase } from '../reference-case/reference-case.entity.js';
import { ConfirmLibraryRecordAnswer } from './confirmation-answer.entity.js';
import { ConfirmLibraryRecordInput, LibraryRecordKind } from './confirmation.input.js';
import { spokenFor } from './confirmation.rules.js';

type Confirmable = new () => { id: string; provenance: Provenance };

const typeOfKind: Readonly<Record<LibraryRecordKind, Confirmable>> = {
  [LibraryRecordKind.LIBRARY_BRANCH]: LibraryBranch,
  [LibraryRecordKind.LIBRARY_PROGRAM]: LibraryProgram,
  [LibraryRecordKind.REFERENCE_CASE]: ReferenceCase,
  [LibraryRecordKind.DIGITAL_ITEM]: DigitalItem,
  [LibraryRecordKind.BOOK_SET]: BookSet,
};

/** Gives a branch its revision. */
@Resolver(() => LibraryBranch)
export class BranchRevisionResolver extends revisionField(LibraryBranch) {}

/** Gives a digitised item its revision. */
@Resolver(() => DigitalItem)
export class DigitalItemRevisionResolver extends revisionField(DigitalItem) {}

/** Gives a set of books its revision. */
@Resolver(() => BookSet)
export class BookSetRevisionResolver extends revisionField(BookSet) {}

/** Confirms records that would grow stale. */
@Resolver()
export class ConfirmationResolver {
  @Directive('@requiresScopes(scopes: [["library.write"]])')
  @Mutation(() => ConfirmLibraryRecordAnswer, {
    nullable: true,
    description:
      'Says that a record still holds: it counts as fresh for another year (記録の確認).',
  })
  async confirmLibraryRecord(
    @Arg('input', () => ConfirmLibraryRecordInput, { description: 'The record (確認する記録).' })
    input: ConfirmLibraryRecordInput,
    @Ctx() context: Context,
  ): Promise<typeof ConfirmLibraryRecordAnswer> {
    const { kind, id, revision, reason } = input;
    const { caller, now } = context;
    const act = { verb: 'confirmLibraryRecord', reason, caller };
    const answer = await writeOnce(context, { verb: act.verb, input }, (em) =>
      changeRecord(
        em,
        { type: typeOfKind[kind], id, revision },
        { act, decide: (record) => ({ provenance: spokenFor(record, now) }) },
      ),
    );
    if (!(answer instanceof Written)) return answer;
    return { __typename: 'LibraryRecordConfirmed', kind, id, asOf: now };
  }
}

import type { Context } from '@manabi/kit/context';
import type { Provenance } from '@manabi/kit/value/provenance';
import { changeRecord } from '@manabi/kit/write/record.write';
import { revisionField } from '@manabi/kit/write/revision.resolver';
import { Written, writeOnce } from '@manabi/kit/write/write-once';
import { Arg, type ClassType, Ctx, Directive, Mutation, Resolver } from 'type-graphql';

import { Assistants } from '../assistants/assistants.entity.js';
import { CareProgram } from '../care-program/care-program.entity.js';
import { ChildcareSession } from '../childcare/childcare.entity.js';
import { PracticeNote } from '../practice-note/practice-note.entity.js';
import { ConfirmCareRecordAnswer } from '../value/confirm-answer.js';
import { type CareRecordKind, ConfirmCareRecordInput } from './confirmation.input.js';

interface Confirmable {
  readonly id: string;
  provenance: Provenance;
}

const types: Readonly<Record<CareRecordKind, ClassType<Confirmable>>> = {
  CARE_PROGRAM: CareProgram,
  CHILDCARE_SESSION: ChildcareSession,
  ASSISTANTS: Assistants,
  PRACTICE_NOTE: PracticeNote,
};

/** Gives assistants the revision that their editors send back. */
@Resolver(() => Assistants)
export class AssistantsRevisionResolver extends revisionField(Assistants) {}

/** Gives notes the revision that their editors send back. */
@Resolver(() => PracticeNote)
export class PracticeNoteRevisionResolver extends revisionField(PracticeNote) {}

/** Lets a department say that a record that grew old still holds. */
@Resolver()
export class ConfirmationResolver {
  @Directive('@requiresScopes(scopes: [["care.write"]])')
  @Mutation(() => ConfirmCareRecordAnswer, {
    nullable: true,
    description: 'Confirms that a record still holds, so that it is stale no more (記録の確認).',
  })
  async confirmCareRecord(
    @Arg('input', () => ConfirmCareRecordInput, { description: 'Which one (確認の対象).' })
    input: ConfirmCareRecordInput,
    @Ctx() context: Context,
  ): Promise<ConfirmCareRecordAnswer> {
    const { id, revision, reason, kind } = input;
    const act = { verb: 'confirmCareRecord', reason, caller: context.caller };
    const answer = await writeOnce(context, { verb: act.verb, input }, (em) =>
      changeRecord(
        em,
        { type: types[kind], id, revision },
        {
          act,
          decide: ({ provenance }) => ({
            provenance: Object.assign({}, provenance, { asOf: context.now }),
          }),
        },
      ),
    );
    if (!(answer instanceof Written)) return answer;
    const row = await context.em.findOne(types[kind], { id });
    return { __typename: 'CareRecordConfirmed', id, provenance: row?.provenance ?? null };
  }
}

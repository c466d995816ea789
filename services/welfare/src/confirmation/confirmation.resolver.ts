import type { Context } from '@manabi/kit/context';
import type { Provenance } from '@manabi/kit/value/provenance';
import { type NewValues, changeRecord } from '@manabi/kit/write/record.write';
import type { RecordUnknown } from '@manabi/kit/write/refusal';
import { recordUnknown } from '@manabi/kit/write/refusal.words';
import { revisionField } from '@manabi/kit/write/revision.resolver';
import { Written, writeOnce } from '@manabi/kit/write/write-once';
import { Arg, type ClassType, Ctx, Directive, Mutation, Resolver } from 'type-graphql';

import { FacilityAccess, type RecordedItem } from '../access/access.entity.js';
import { Assistants } from '../assistants/assistants.entity.js';
import { CareProgram } from '../care-program/care-program.entity.js';
import { ChildcareSession } from '../childcare/childcare.entity.js';
import { PracticeNote } from '../practice-note/practice-note.entity.js';
import { ConfirmCareRecordAnswer } from '../value/confirm-answer.js';
import { CareRecordKind, ConfirmCareRecordInput } from './confirmation.input.js';

interface Confirmable {
  readonly id: string;
  provenance?: Provenance | null;
  withdrawnAt?: Date | null;
  items?: RecordedItem[];
}

const types: Readonly<Record<CareRecordKind, ClassType<Confirmable>>> = {
  CARE_PROGRAM: CareProgram,
  CHILDCARE_SESSION: ChildcareSession,
  ASSISTANTS: Assistants,
  PRACTICE_NOTE: PracticeNote,
  FACILITY_ACCESS: FacilityAccess,
};

/** The record as of now. Each item of a profile holds as of then, too; what was withdrawn is unknown. */
const asOfNow =
  (now: Date) =>
  ({ provenance, withdrawnAt, items }: Confirmable): NewValues<Confirmable> | RecordUnknown => {
    if (withdrawnAt) return recordUnknown();
    const own = { department: 'welfare', sample: false };
    return {
      provenance: Object.assign(own, provenance, { asOf: now }),
      ...(items && { items: items.map(({ code, value, note = null }) => ({ code, value, note })) }),
    };
  };

/** A profile is known by its facility. */
const keyOf = (kind: CareRecordKind): 'id' =>
  // Every kind has an id; the column that holds it is called otherwise for one.
  (kind === CareRecordKind.FACILITY_ACCESS ? 'facilityCode' : 'id') as 'id';

/** Gives profiles the revision that their editors send back. */
@Resolver(() => FacilityAccess)
export class FacilityAccessRevisionResolver extends revisionField(FacilityAccess) {}

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
        { type: types[kind], id, revision, key: keyOf(kind) },
        { act, decide: asOfNow(context.now) },
      ),
    );
    if (!(answer instanceof Written)) return answer;
    const row = await context.em.findOne(types[kind], { [keyOf(kind)]: id });
    return { __typename: 'CareRecordConfirmed', id, provenance: row?.provenance ?? null };
  }
}

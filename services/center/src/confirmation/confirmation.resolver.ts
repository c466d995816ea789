import type { Context } from '@manabi/kit/context';
import { changeRecord } from '@manabi/kit/write/record.write';
import { Written, writeOnce } from '@manabi/kit/write/write-once';
import { Arg, Ctx, Directive, Mutation, Resolver } from 'type-graphql';

import { Desk } from '../desk/desk.entity.js';
import { Group } from '../group/group.entity.js';
import { Person } from '../person/person.entity.js';
import { ConfirmEntryAnswer, RegisterKind } from '../value/confirm-answer.js';
import { entryEnded } from './confirmation.errors.js';
import { ConfirmEntryInput } from './confirmation.input.js';

const entities = {
  [RegisterKind.PERSON]: Person,
  [RegisterKind.GROUP]: Group,
  [RegisterKind.DESK]: Desk,
};

/** Lets departments say that an old entry still holds. */
@Resolver()
export class ConfirmationResolver {
  @Directive('@requiresScopes(scopes: [["register.write"]])')
  @Mutation(() => ConfirmEntryAnswer, {
    nullable: true,
    description: 'Says that an entry of a register was looked at and still holds (古い記録の確認).',
  })
  async confirmEntry(
    @Arg('input', () => ConfirmEntryInput, { description: 'Which entry (対象の記録).' })
    input: ConfirmEntryInput,
    @Ctx() context: Context,
  ): Promise<ConfirmEntryAnswer> {
    const { id, revision, reason, register } = input;
    const { now, caller } = context;
    const type: new () => Person | Group | Desk = entities[register];
    const answer = await writeOnce(context, { verb: 'confirmEntry', input }, (em) =>
      changeRecord(
        em,
        { type, id, revision },
        {
          act: { verb: 'confirmEntry', reason, caller },
          decide: (entry) => (entry.withdrawnAt ? entryEnded() : { confirmedAt: now }),
        },
      ),
    );
    if (!(answer instanceof Written)) return answer;
    return { __typename: 'EntryConfirmed', id, confirmedAt: now };
  }
}

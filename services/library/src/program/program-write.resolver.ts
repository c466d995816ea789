import { randomUUID } from 'node:crypto';

import type { Context } from '@manabi/kit/context';
import { opaqueId } from '@manabi/kit/opaque-id';
import { addRecord, changeRecord } from '@manabi/kit/write/record.write';
import { revisionField } from '@manabi/kit/write/revision.resolver';
import { Written, writeOnce } from '@manabi/kit/write/write-once';
import { Arg, Ctx, Directive, Mutation, Resolver } from 'type-graphql';

import type { LibraryBranch } from '../branch/branch.entity.js';
import { branchUnknown } from '../branch/branch.errors.js';
import { branchById } from '../branch/branch.loader.js';
import { spokenFor } from '../confirmation/confirmation.rules.js';
import {
  CancelLibraryProgramAnswer,
  PublishLibraryProgramAnswer,
  RescheduleLibraryProgramAnswer,
} from './program-answer.entity.js';
import { LibraryProgram } from './program.entity.js';
import { alreadyCancelled } from './program.errors.js';
import {
  CancelLibraryProgramInput,
  PublishLibraryProgramInput,
  RescheduleLibraryProgramInput,
} from './program.input.js';
import { programById } from './program.loader.js';
import { keptTimes, timesFault } from './program.rules.js';

/** Publishes, moves and cancels the library's events. */
@Resolver(() => LibraryProgram)
export class LibraryProgramWriteResolver extends revisionField(LibraryProgram) {
  @Directive('@requiresScopes(scopes: [["library.write"]])')
  @Mutation(() => PublishLibraryProgramAnswer, {
    nullable: true,
    description: 'Publishes an event of a branch; searches find it at once (行事の公開).',
  })
  async publishLibraryProgram(
    @Arg('input', () => PublishLibraryProgramInput, { description: 'The event (公開する行事).' })
    input: PublishLibraryProgramInput,
    @Ctx() context: Context,
  ): Promise<typeof PublishLibraryProgramAnswer> {
    const { loaders, caller, now } = context;
    const act = { verb: 'publishLibraryProgram', reason: input.reason, caller };
    const answer = await writeOnce(context, { verb: act.verb, input }, async (em) => {
      const branch = await loaders.of(branchById).load(input.branchId);
      if (!branch) return branchUnknown();
      return timesFault(input.times, now) ?? addRecord(em, programOf(input, branch, now), act);
    });
    if (!(answer instanceof Written)) return answer;
    const libraryProgram = await loaders.of(programById).load(answer.id);
    return { __typename: 'LibraryProgramPublished', libraryProgram };
  }

  @Directive('@requiresScopes(scopes: [["library.write"]])')
  @Mutation(() => RescheduleLibraryProgramAnswer, {
    nullable: true,
    description: 'Gives an event new times (行事の日程変更).',
  })
  async rescheduleLibraryProgram(
    @Arg('input', () => RescheduleLibraryProgramInput, {
      description: 'The event and its times (日程変更の内容).',
    })
    input: RescheduleLibraryProgramInput,
    @Ctx() context: Context,
  ): Promise<typeof RescheduleLibraryProgramAnswer> {
    const { id, revision, reason, times } = input;
    const act = { verb: 'rescheduleLibraryProgram', reason, caller: context.caller };
    const answer = await writeOnce(context, { verb: act.verb, input }, (em) =>
      changeRecord(
        em,
        { type: LibraryProgram, id, revision },
        {
          act,
          decide: (program) =>
            program.cancelledAt
              ? alreadyCancelled()
              : (timesFault(times, context.now) ?? {
                  ...keptTimes(times),
                  provenance: spokenFor(program, context.now),
                }),
        },
      ),
    );
    if (!(answer instanceof Written)) return answer;
    const libraryProgram = await context.loaders.of(programById).load(id);
    return { __typename: 'LibraryProgramRescheduled', libraryProgram };
  }

  @Directive('@requiresScopes(scopes: [["library.write"]])')
  @Mutation(() => CancelLibraryProgramAnswer, {
    nullable: true,
    description: 'Cancels an event; it keeps answering, as cancelled (行事の中止).',
  })
  async cancelLibraryProgram(
    @Arg('input', () => CancelLibraryProgramInput, { description: 'The event (中止の内容).' })
    input: CancelLibraryProgramInput,
    @Ctx() context: Context,
  ): Promise<typeof CancelLibraryProgramAnswer> {
    const { id, revision, reason } = input;
    const { now, caller, loaders } = context;
    const act = { verb: 'cancelLibraryProgram', reason, caller };
    const answer = await writeOnce(context, { verb: act.verb, input }, (em) =>
      changeRecord(
        em,
        { type: LibraryProgram, id, revision },
        {
          act,
          decide: (program) =>
            program.cancelledAt
              ? alreadyCancelled()
              : { cancelledAt: now, provenance: spokenFor(program, now) },
        },
      ),
    );
    if (!(answer instanceof Written)) return answer;
    const libraryProgram = await loaders.of(programById).load(id);
    return { __typename: 'LibraryProgramCancelled', libraryProgram };
  }
}

/** The event as the branch publishes it, in its own house. */
function programOf(
  input: PublishLibraryProgramInput,
  branch: LibraryBranch,
  now: Date,
): LibraryProgram {
  const { title, titleKana, summary, selection, ndcs } = input;
  return Object.assign(new LibraryProgram(), {
    id: opaqueId('library-program', randomUUID()),
    kind: input.kind,
    title: { ja: title, ...(titleKana && { kana: titleKana }) },
    summary: summary ? { ja: summary } : null,
    organiser: branch.name.ja,
    venueCode: branch.facilityCode,
    venueText: branch.name.ja,
    ...keptTimes(input.times),
    audiences: input.audiences ?? [],
    capacity: input.capacity ?? null,
    selection: selection ? { method: selection } : null,
    applyOpensAt: input.applyOpensAt ?? null,
    applyClosesAt: input.applyClosesAt ?? null,
    howToApply: input.howToApply ?? null,
    subjectKeys: (ndcs ?? []).map((code) => ({ scheme: 'NDC', code })),
    provenance: { department: 'library', asOf: now, sample: false },
  });
}

import type { Context } from '@manabi/kit/context';
import { opaqueId } from '@manabi/kit/opaque-id';
import { addRecord, changeRecord } from '@manabi/kit/write/record.write';
import { revisionField } from '@manabi/kit/write/revision.resolver';
import { Written, writeOnce } from '@manabi/kit/write/write-once';
import { Arg, Ctx, Directive, Mutation, Resolver } from 'type-graphql';

import { cancelChildcareOf } from '../childcare/childcare.repository.js';
import { CareProgramAnswer } from '../value/care-program-answer.js';
import { timesOf, wrongTime, wrongWindow } from './care-program-times.rules.js';
import { CareProgram } from './care-program.entity.js';
import { noLongerHeld, timesImpossible } from './care-program.errors.js';
import {
  CancelCareProgramInput,
  ChangeCareProgramInput,
  PublishCareProgramInput,
} from './care-program.input.js';
import { careProgramById } from './care-program.loader.js';

/** Publishes, changes and cancels programmes on behalf of the department that answers for them. */
@Resolver(() => CareProgram)
export class CareProgramWriteResolver extends revisionField(CareProgram) {
  @Directive('@requiresScopes(scopes: [["care.write"]])')
  @Mutation(() => CareProgramAnswer, {
    nullable: true,
    description: 'Publishes a programme (事業の掲載).',
  })
  async publishCareProgram(
    @Arg('input', () => PublishCareProgramInput, { description: 'What to publish (掲載の内容).' })
    input: PublishCareProgramInput,
    @Ctx() context: Context,
  ): Promise<CareProgramAnswer> {
    const act = { verb: 'publishCareProgram', reason: input.reason, caller: context.caller };
    const answer = await writeOnce(context, { verb: act.verb, input }, async (em) => {
      const wrong = wrongIn(input, context.now);
      if (wrong) return timesImpossible(wrong);
      return addRecord(em, programOf(input, context), act);
    });
    return answer instanceof Written ? written(answer, context) : answer;
  }

  @Directive('@requiresScopes(scopes: [["care.write"]])')
  @Mutation(() => CareProgramAnswer, {
    nullable: true,
    description: 'Changes a programme that is still to take place (事業の変更).',
  })
  async changeCareProgram(
    @Arg('input', () => ChangeCareProgramInput, { description: 'What changes (変更の内容).' })
    input: ChangeCareProgramInput,
    @Ctx() context: Context,
  ): Promise<CareProgramAnswer> {
    const { id, revision, reason } = input;
    const act = { verb: 'changeCareProgram', reason, caller: context.caller };
    const decide = (program: CareProgram) => changesOf(program, input, context.now);
    const answer = await writeOnce(context, { verb: act.verb, input }, (em) =>
      changeRecord(em, { type: CareProgram, id, revision }, { act, decide }),
    );
    return answer instanceof Written ? written(answer, context) : answer;
  }

  @Directive('@requiresScopes(scopes: [["care.write"]])')
  @Mutation(() => CareProgramAnswer, {
    nullable: true,
    description: 'Cancels a programme and the childcare at it (事業の中止).',
  })
  async cancelCareProgram(
    @Arg('input', () => CancelCareProgramInput, { description: 'Which one (中止の対象).' })
    input: CancelCareProgramInput,
    @Ctx() context: Context,
  ): Promise<CareProgramAnswer> {
    const { id, revision, reason } = input;
    const act = { verb: 'cancelCareProgram', reason, caller: context.caller };
    const decide = (program: CareProgram) =>
      isOver(program, context.now) ? noLongerHeld() : { cancelledAt: context.now };
    const answer = await writeOnce(context, { verb: act.verb, input }, async (em) => {
      const done = await changeRecord(em, { type: CareProgram, id, revision }, { act, decide });
      if (done instanceof Written) await cancelChildcareOf(em, id, context.now);
      return done;
    });
    return answer instanceof Written ? written(answer, context) : answer;
  }
}

async function written({ id }: Written, { loaders }: Context): Promise<CareProgramAnswer> {
  const careProgram = await loaders.of(careProgramById).load(id);
  return { __typename: 'CareProgramWritten', careProgram };
}

const isOver = ({ cancelledAt, withdrawnAt, endsAt }: CareProgram, now: Date): boolean =>
  Boolean(cancelledAt ?? withdrawnAt) || (endsAt != null && endsAt <= now);

function wrongIn(input: PublishCareProgramInput, now: Date): Date | null {
  const window = { opens: input.applyOpensAt, closes: input.applyClosesAt };
  const first = timesOf(input.times).occurrences[0];
  return wrongTime(input.times, now) ?? wrongWindow(window, first?.endsAt ?? null);
}

function changesOf(program: CareProgram, input: ChangeCareProgramInput, now: Date) {
  if (isOver(program, now)) return noLongerHeld();
  const { summary, times, venueCode, capacity, applyClosesAt } = input;
  const held = times ? timesOf(times) : undefined;
  const first = (held?.occurrences ?? program.occurrences ?? [])[0];
  const window = { opens: program.applyOpensAt, closes: applyClosesAt ?? program.applyClosesAt };
  const firstEnd = first?.endsAt ? new Date(first.endsAt) : null;
  const wrong = (times && wrongTime(times, now)) ?? wrongWindow(window, firstEnd);
  if (wrong) return timesImpossible(wrong);
  return {
    ...held,
    ...(summary != null && { summary: { ja: summary } }),
    ...(venueCode != null && { venueCode }),
    ...(capacity != null && { capacity }),
    ...(applyClosesAt != null && { applyClosesAt }),
    provenance: Object.assign({}, program.provenance, { asOf: now }),
  };
}

function programOf(input: PublishCareProgramInput, { now }: Pick<Context, 'now'>): CareProgram {
  const { title, kana, summary, kind, audiences, venueCode, method } = input;
  return Object.assign(new CareProgram(), {
    id: opaqueId('care-program', input.idempotencyKey),
    title: { ja: title, kana },
    summary: summary ? { ja: summary } : null,
    kind,
    audiences,
    ages: { minMonths: input.minMonths ?? null, maxMonths: input.maxMonths ?? null },
    venueCode,
    capacity: input.capacity ?? null,
    taken: input.capacity == null ? null : 0,
    selection: { method },
    applyOpensAt: input.applyOpensAt ?? null,
    applyClosesAt: input.applyClosesAt ?? null,
    ...timesOf(input.times),
    subjectKeys: [],
    provenance: { department: input.department, asOf: now, sample: false },
  });
}

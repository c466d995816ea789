import { randomUUID } from 'node:crypto';

import { type Connection, type Edge, connection } from '@manabi/kit/connection/connection';
import { paged } from '@manabi/kit/connection/connection-type';
import { PageArguments, pageSize } from '@manabi/kit/connection/page-arguments';
import type { Context } from '@manabi/kit/context';
import { changeRecord } from '@manabi/kit/write/record.write';
import { recordUnknown } from '@manabi/kit/write/refusal.words';
import { revisionField } from '@manabi/kit/write/revision.resolver';
import { Written, writeOnce } from '@manabi/kit/write/write-once';
import {
  Arg,
  Args,
  ArgsType,
  Ctx,
  Directive,
  Field,
  ID,
  Mutation,
  Query,
  Resolver,
} from 'type-graphql';

import { DecideCorrectionAnswer, ReportMistakeAnswer } from './correction-answer.entity.js';
import { Correction, CorrectionConnection, CorrectionStatus } from './correction.entity.js';
import { correctionAlreadyDecided } from './correction.errors.js';
import { DecideCorrectionInput, ReportMistakeInput } from './correction.input.js';
import { correctionCursor, correctionsAfter, ownerOfRecord } from './correction.repository.js';

/** Which queue is read, and which page of it. */
@ArgsType()
class QueueArguments extends PageArguments {
  @Field(() => ID, { nullable: true, description: 'Code of a department; all when absent (部署).' })
  department?: string | null;

  @Field(() => CorrectionStatus, {
    defaultValue: CorrectionStatus.WAITING,
    description: 'Where they stand (状態).',
  })
  status!: CorrectionStatus;
}

/** Takes reports of mistakes to the department that answers for the record, which decides. */
@Resolver(() => Correction)
export class CorrectionResolver extends revisionField(Correction) {
  @Directive('@requiresScopes(scopes: [["correction.decide"]])')
  @Directive(paged)
  @Query(() => CorrectionConnection, {
    nullable: true,
    description: 'Reports of mistakes, oldest first (訂正の申し出一覧).',
  })
  async corrections(
    @Args(() => QueueArguments) asked: QueueArguments,
    @Ctx() { em }: Context,
  ): Promise<Connection<Edge<Correction>>> {
    const size = pageSize(asked);
    const { department = null, status, after } = asked;
    const page = { limit: size + 1, after: after ?? null };
    const rows = await correctionsAfter(em, { department, status }, page);
    return connection(rows, { size, after }, (node) => ({ cursor: correctionCursor(node), node }));
  }

  @Directive('@authenticated')
  @Mutation(() => ReportMistakeAnswer, {
    nullable: true,
    description: 'Says that something in a record is wrong; its department decides (誤りの申し出).',
  })
  async reportMistake(
    @Arg('input', () => ReportMistakeInput, { description: 'What is wrong (誤りの内容).' })
    input: ReportMistakeInput,
    @Ctx() context: Context,
  ): Promise<ReportMistakeAnswer> {
    const { kind, recordId, field, text } = input;
    const answer = await writeOnce(context, { verb: 'reportMistake', input }, async (em) => {
      const department = await ownerOfRecord(em, kind, recordId);
      if (department === null) return recordUnknown();
      const correction = Object.assign(new Correction(), {
        id: randomUUID(),
        kind,
        recordId,
        department,
        field: field ?? null,
        text,
        status: CorrectionStatus.WAITING,
        reportedAt: context.now,
      });
      em.persist(correction);
      await em.flush();
      return new Written(correction.id);
    });
    return answer instanceof Written ? { __typename: 'MistakeReported', id: answer.id } : answer;
  }

  @Directive('@requiresScopes(scopes: [["correction.decide"]])')
  @Mutation(() => DecideCorrectionAnswer, {
    nullable: true,
    description: 'Decides whether a reported mistake is one, with a reason (訂正の確定).',
  })
  async decideCorrection(
    @Arg('input', () => DecideCorrectionInput, { description: 'The decision (確定内容).' })
    input: DecideCorrectionInput,
    @Ctx() context: Context,
  ): Promise<DecideCorrectionAnswer> {
    const { id, revision, reason, accepted } = input;
    const { caller, now } = context;
    const status = accepted ? CorrectionStatus.ACCEPTED : CorrectionStatus.DECLINED;
    const answer = await writeOnce(context, { verb: 'decideCorrection', input }, (em) =>
      changeRecord(
        em,
        { type: Correction, id, revision },
        {
          act: { verb: 'decideCorrection', reason, caller },
          decide: (report) =>
            report.status === CorrectionStatus.WAITING
              ? { status, answer: input.answer ?? null, decidedAt: now }
              : correctionAlreadyDecided(),
        },
      ),
    );
    if (!(answer instanceof Written)) return answer;
    const correction = await context.em.findOne(Correction, { id: answer.id });
    return { __typename: 'CorrectionDecided', correction };
  }
}

import { type Connection, type Edge, connection } from '@manabi/kit/connection/connection';
import { paged } from '@manabi/kit/connection/connection-type';
import { PageArguments, pageSize } from '@manabi/kit/connection/page-arguments';
import type { Context } from '@manabi/kit/context';
import { opaqueId } from '@manabi/kit/opaque-id';
import { addRecord, changeRecord } from '@manabi/kit/write/record.write';
import { revisionField } from '@manabi/kit/write/revision.resolver';
import { Written, writeOnce } from '@manabi/kit/write/write-once';
import {
  Arg,
  Args,
  Ctx,
  Directive,
  FieldResolver,
  ID,
  Mutation,
  Query,
  Resolver,
  Root,
} from 'type-graphql';

import { Desk } from '../desk/desk.stub.js';
import { Subject } from '../subject/subject.stub.js';
import { ReferralAnswer } from '../value/referral-answer.js';
import { ReferralConnection } from '../value/referral-page.js';
import { Referral } from './referral.entity.js';
import { personSaid, sameDesk } from './referral.errors.js';
import { ReferConsultationInput, TakeUpReferralInput } from './referral.input.js';
import { referralById } from './referral.loader.js';
import { referralCursor, referralsTo } from './referral.repository.js';
import { seemsPersonal } from './referral.rules.js';

const refer = '@requiresScopes(scopes: [["consultation.refer"]])';

/** Hands consultations from desk to desk. */
@Resolver(() => Referral)
export class ReferralResolver extends revisionField(Referral) {
  @FieldResolver(() => Desk, { nullable: true, description: 'Who handed over (引き継いだ窓口).' })
  fromDesk(@Root() { fromDeskId }: Referral): Desk {
    return { id: fromDeskId };
  }

  @FieldResolver(() => Desk, { nullable: true, description: 'Who is asked (引き継ぎ先).' })
  toDesk(@Root() { toDeskId }: Referral): Desk {
    return { id: toDeskId };
  }

  @Directive('@listSize(assumedSize: 3)')
  @FieldResolver(() => [Subject], { nullable: 'itemsAndList', description: 'Its subjects (分類).' })
  subjects(@Root() { subjectKeys }: Referral): Subject[] {
    return subjectKeys.map(({ scheme, code }) => ({ scheme, code }));
  }

  @Directive(refer)
  @Directive(paged)
  @Query(() => ReferralConnection, {
    nullable: true,
    description: 'What a desk was handed, newest first (引き継がれた相談).',
  })
  async referrals(
    @Arg('deskId', () => ID, { description: 'The desk that was asked (窓口).' }) deskId: string,
    @Args(() => PageArguments) page: PageArguments,
    @Ctx() { em }: Context,
  ): Promise<Connection<Edge<Referral>>> {
    const size = pageSize(page);
    const rows = await referralsTo(em, deskId, { limit: size + 1, after: page.after ?? null });
    return connection(rows, { size, after: page.after }, (node) => ({
      cursor: referralCursor(node),
      node,
    }));
  }

  @Directive(refer)
  @Mutation(() => ReferralAnswer, {
    nullable: true,
    description: 'Hands a consultation to another desk, without who asked (相談の引き継ぎ).',
  })
  async referConsultation(
    @Arg('input', () => ReferConsultationInput, { description: 'What is handed over (内容).' })
    input: ReferConsultationInput,
    @Ctx() context: Context,
  ): Promise<ReferralAnswer> {
    const { theme, question, fromDeskId, toDeskId, reason } = input;
    if (fromDeskId === toDeskId) return sameDesk();
    if ([theme, question, reason].some(seemsPersonal)) return personSaid();
    const act = { verb: 'referConsultation', reason, caller: context.caller };
    const id = opaqueId('referral', input.idempotencyKey);
    const subjectKeys = (input.subjects ?? []).map(({ scheme, code }) => ({ scheme, code }));
    const words = { theme, question, fromDeskId, toDeskId, subjectKeys };
    const row = Object.assign(new Referral(), words, { id, referredAt: context.now });
    const answer = await writeOnce<never>(context, { verb: act.verb, input }, (em) =>
      addRecord(em, row, act),
    );
    return referred(answer.id, context);
  }

  @Directive(refer)
  @Mutation(() => ReferralAnswer, {
    nullable: true,
    description: 'Takes up a consultation that was handed over (引き継ぎの受付).',
  })
  async takeUpReferral(
    @Arg('input', () => TakeUpReferralInput, { description: 'Which one (対象).' })
    input: TakeUpReferralInput,
    @Ctx() context: Context,
  ): Promise<ReferralAnswer> {
    const { id, revision, reason } = input;
    const act = { verb: 'takeUpReferral', reason, caller: context.caller };
    const decide = ({ takenUpAt }: Referral) => ({ takenUpAt: takenUpAt ?? context.now });
    const answer = await writeOnce(context, { verb: act.verb, input }, (em) =>
      changeRecord(em, { type: Referral, id, revision }, { act, decide }),
    );
    return answer instanceof Written ? referred(answer.id, context) : answer;
  }
}

async function referred(id: string, { loaders }: Context): Promise<ReferralAnswer> {
  return {
    __typename: 'ConsultationReferred',
    referral: await loaders.of(referralById).load(id),
  };
}

/** What a reference to a consultation means. */
export const referralReference = (
  { id }: { id: string },
  { loaders }: Context,
): Promise<Referral | null> => loaders.of(referralById).load(id);

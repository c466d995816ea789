import { randomUUID } from 'node:crypto';

import type { Context } from '@manabi/kit/context';
import { japanDay } from '@manabi/kit/japan-time';
import { Written, writeOnce } from '@manabi/kit/write/write-once';
import { Arg, Ctx, Directive, Mutation, Resolver } from 'type-graphql';

import { Group } from '../group/group.entity.js';
import { toldOpportunity } from './learned.repository.js';
import {
  ErasePassportAnswer,
  KeepLearningRecordAnswer,
  SharePassportAnswer,
} from './passport-answer.entity.js';
import { LearningRecord, PassportReader } from './passport.entity.js';
import {
  consentMissing,
  learnedTooSoon,
  learnedWhat,
  passportMissing,
  residentsOnly,
} from './passport.errors.js';
import {
  ErasePassportInput,
  KeepLearningRecordInput,
  SharePassportInput,
} from './passport.input.js';
import { deletePassport, ownerOf, passportOf, passportWithConsent } from './passport.repository.js';

/**
 * What a resident does with the own passport. Nothing of it goes into the record of changes: it belongs to the resident
 * alone, and what is not written down need not be found again to be erased.
 */
@Resolver()
export class KeepPassportResolver {
  @Directive('@authenticated')
  @Mutation(() => KeepLearningRecordAnswer, {
    nullable: true,
    description: 'Keeps what a resident learned, with consent (学習の記録の保管).',
  })
  async keepLearningRecord(
    @Arg('input', () => KeepLearningRecordInput, { description: 'What was learned (学習内容).' })
    input: KeepLearningRecordInput,
    @Ctx() context: Context,
  ): Promise<KeepLearningRecordAnswer> {
    const owner = ownerOf(context.caller);
    if (owner === null) return residentsOnly();
    if (!input.consents) return consentMissing();
    if (input.learnedOn > japanDay(context.now)) return learnedTooSoon();
    const answer = await writeOnce(context, { verb: 'keepLearningRecord', input }, async (em) => {
      const told = input.opportunityId ? await toldOpportunity(em, input.opportunityId) : null;
      const group = input.groupId ? await em.findOne(Group, { id: input.groupId }) : null;
      const title = input.title ?? told?.title ?? group?.name.ja;
      if (!title) return learnedWhat();
      const passport = await passportWithConsent(em, owner, context.now);
      const record = recordFrom(input, {
        passportId: passport.id,
        title,
        told,
        groupId: group?.id ?? null,
      });
      em.persist(record);
      await em.flush();
      return new Written(record.id);
    });
    if (!(answer instanceof Written)) return answer;
    const record = await context.em.findOne(LearningRecord, { id: answer.id });
    return { __typename: 'LearningRecordKept', record };
  }

  @Directive('@authenticated')
  @Mutation(() => SharePassportAnswer, {
    nullable: true,
    description: "Lets a department's system read the passport, or no more (閲覧の許可・取消).",
  })
  async sharePassport(
    @Arg('input', () => SharePassportInput, { description: 'Whom (許可の内容).' })
    input: SharePassportInput,
    @Ctx() context: Context,
  ): Promise<SharePassportAnswer> {
    const owner = ownerOf(context.caller);
    if (owner === null) return residentsOnly();
    const answer = await writeOnce(context, { verb: 'sharePassport', input }, async (em) => {
      const passport = await passportOf(em, owner);
      if (!passport) return passportMissing();
      const consent = { passportId: passport.id, reader: input.reader };
      if (input.mayRead) await em.upsert(PassportReader, { ...consent, since: context.now });
      else await em.nativeDelete(PassportReader, consent);
      return new Written(passport.id);
    });
    if (!(answer instanceof Written)) return answer;
    return { __typename: 'PassportShared', passport: await passportOf(context.em, owner) };
  }

  @Directive('@authenticated')
  @Mutation(() => ErasePassportAnswer, {
    nullable: true,
    description: 'Erases the passport with everything in it, for good (パスポートの全消去).',
  })
  async erasePassport(
    @Arg('input', () => ErasePassportInput, { description: 'The wish (消去の指示).' })
    input: ErasePassportInput,
    @Ctx() context: Context,
  ): Promise<ErasePassportAnswer> {
    const owner = ownerOf(context.caller);
    if (owner === null) return residentsOnly();
    const answer = await writeOnce(context, { verb: 'erasePassport', input }, async (em) => {
      const passport = await passportOf(em, owner);
      if (!passport) return passportMissing();
      await deletePassport(em, passport);
      // The receipt names what was done and not the passport, of which nothing may be left.
      return new Written('erased');
    });
    return answer instanceof Written ? { __typename: 'PassportErased', erased: true } : answer;
  }
}

function recordFrom(
  input: KeepLearningRecordInput,
  known: {
    readonly passportId: string;
    readonly title: string;
    readonly told: { readonly department: string } | null;
    readonly groupId: string | null;
  },
): LearningRecord {
  return Object.assign(new LearningRecord(), {
    id: randomUUID(),
    passportId: known.passportId,
    title: known.title,
    learnedOn: input.learnedOn,
    minutes: input.minutes ?? null,
    note: input.note ?? null,
    presented: input.presented ?? null,
    department: known.told?.department ?? null,
    opportunityId: known.told ? (input.opportunityId ?? null) : null,
    groupId: known.groupId,
  });
}

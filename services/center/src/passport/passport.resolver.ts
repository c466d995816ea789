import { type Connection, type Edge, connection } from '@manabi/kit/connection/connection';
import { paged } from '@manabi/kit/connection/connection-type';
import { PageArguments, pageSize } from '@manabi/kit/connection/page-arguments';
import type { Context } from '@manabi/kit/context';
import { japanDay } from '@manabi/kit/japan-time';
import { Arg, Args, Ctx, Directive, FieldResolver, ID, Query, Resolver, Root } from 'type-graphql';

import { Department } from '../department/department.entity.js';
import { departmentByCode } from '../department/department.loader.js';
import { Group } from '../group/group.entity.js';
import { groupById } from '../group/group.loader.js';
import { type KnownNode, opportunityReference } from '../opportunity/opportunity.resolver.js';
import { LearningOpportunity } from '../opportunity/opportunity.stub.js';
import {
  LearnedWith,
  LearningRecord,
  LearningRecordConnection,
  Passport,
  PassportFile,
  PassportReader,
} from './passport.entity.js';
import {
  learnedWith,
  ownerOf,
  passportFor,
  passportOf,
  readersOf,
  recordCursor,
  recordsOf,
} from './passport.repository.js';
import { passportFile } from './passport.rules.js';

/** Records of an export at most. */
const exported = 10_000;

/** Answers an owner, and whom the owner lets, what stands in a passport. */
@Resolver(() => Passport)
export class PassportResolver {
  @Directive(paged)
  @FieldResolver(() => LearningRecordConnection, {
    nullable: true,
    description: 'What was learned, latest first (学習の記録).',
  })
  async records(
    @Root() { id }: Passport,
    @Args(() => PageArguments) page: PageArguments,
    @Ctx() { em }: Context,
  ): Promise<Connection<Edge<LearningRecord>>> {
    const size = pageSize(page);
    const rows = await recordsOf(em, id, { limit: size + 1, after: page.after ?? null });
    return connection(rows, { size, after: page.after }, (node) => ({
      cursor: recordCursor(node),
      node,
    }));
  }

  @Directive('@listSize(assumedSize: 5)')
  @FieldResolver(() => [LearnedWith], {
    nullable: true,
    description: 'How much was learned with each department, most first (部署別の学習).',
  })
  learned(@Root() { id }: Passport, @Ctx() { em }: Context): Promise<LearnedWith[]> {
    return learnedWith(em, id);
  }

  @Directive('@listSize(assumedSize: 3)')
  @FieldResolver(() => [PassportReader], {
    nullable: true,
    description: 'The systems that its owner lets read it (閲覧を許可したシステム).',
  })
  readers(@Root() { id }: Passport, @Ctx() { em }: Context): Promise<PassportReader[]> {
    return readersOf(em, id);
  }

  @Directive('@authenticated')
  @Query(() => Passport, {
    nullable: true,
    description: "The caller's own; null where there is none (本人のパスポート).",
  })
  myPassport(@Ctx() { em, caller }: Context): Promise<Passport | null> {
    return passportOf(em, ownerOf(caller));
  }

  @Directive('@requiresScopes(scopes: [["passport.read"]])')
  @Directive('@policy(policies: [["purpose.learning-support", "basis.consent"]])')
  @Query(() => Passport, {
    nullable: true,
    description:
      'A passport whose owner lets the calling system read it; null for every other (同意のあるパスポート).',
  })
  passport(
    @Arg('id', () => ID, { description: 'Its id, as its owner gave it (識別子).' }) id: string,
    @Ctx() { em, caller }: Context,
  ): Promise<Passport | null> {
    return passportFor(em, id, caller);
  }

  @Directive('@authenticated')
  @Query(() => PassportFile, {
    nullable: true,
    description:
      "All that stands in the caller's own passport as a file; null where there is none (パスポートの書き出し).",
  })
  async exportPassport(@Ctx() { em, caller, now }: Context): Promise<PassportFile | null> {
    const passport = await passportOf(em, ownerOf(caller));
    if (!passport) return null;
    const records = await recordsOf(em, passport.id, { limit: exported, after: null });
    const readers = await readersOf(em, passport.id);
    return passportFile(passport, { records, readers, day: japanDay(now) });
  }
}

/** Gives a record the way to what was offered. */
@Resolver(() => LearningRecord)
export class LearningRecordResolver {
  @FieldResolver(() => LearningOpportunity, {
    nullable: true,
    description: 'What was offered, while the index knows it (学習機会).',
  })
  opportunity(
    @Root() { opportunityId }: LearningRecord,
    @Ctx() context: Context,
  ): Promise<KnownNode | null> | null {
    return opportunityId ? opportunityReference({ id: opportunityId }, context) : null;
  }

  @FieldResolver(() => Group, {
    nullable: true,
    description: 'The circle with which it was learned (サークル・団体).',
  })
  group(
    @Root() { groupId }: LearningRecord,
    @Ctx() { loaders }: Context,
  ): Promise<Group | null> | null {
    return groupId ? loaders.of(groupById).load(groupId) : null;
  }
}

/** Gives a sum its department from the register. */
@Resolver(() => LearnedWith)
export class LearnedWithResolver {
  @FieldResolver(() => Department, {
    nullable: true,
    description: 'The department; null for what was learned elsewhere (部署).',
  })
  department(
    @Root() { departmentCode }: LearnedWith,
    @Ctx() { loaders }: Context,
  ): Promise<Department | null> | null {
    return departmentCode ? loaders.of(departmentByCode).load(departmentCode) : null;
  }
}

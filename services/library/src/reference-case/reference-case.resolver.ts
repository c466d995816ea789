import { Public } from '@manabi/kit/column';
import { type Connection, type Edge, connection } from '@manabi/kit/connection/connection';
import { connectionType, pageOf, paged } from '@manabi/kit/connection/connection-type';
import { PageArguments, pageSize } from '@manabi/kit/connection/page-arguments';
import type { Context } from '@manabi/kit/context';
import type { SubjectKey } from '@manabi/kit/opportunity/opportunity.columns';
import { Arg, Args, Ctx, Directive, FieldResolver, ID, Query, Resolver, Root } from 'type-graphql';

import { LibraryBranch } from '../branch/branch.entity.js';
import { branchById } from '../branch/branch.loader.js';
import { Subject } from '../subject/subject.stub.js';
import { Title } from '../title/title.entity.js';
import { titleByIsbn } from '../title/title.loader.js';
import { ReferenceCase } from './reference-case.entity.js';
import { ReferenceCaseFilter } from './reference-case.input.js';
import { caseById, casesCitingIsbn, casesOfNdc } from './reference-case.loader.js';
import { casesThatFit } from './reference-case.repository.js';

const ReferenceCaseConnection = connectionType('ReferenceCase', ReferenceCase, 'レファレンス事例');

/** Answers what is asked of reference cases. */
@Resolver(() => ReferenceCase)
export class ReferenceCaseResolver {
  @Public()
  @Directive('@listSize(assumedSize: 3)')
  @FieldResolver(() => [Subject], {
    nullable: 'itemsAndList',
    description: 'What it is about (分類).',
  })
  subjects(@Root() { subjectKeys }: ReferenceCase): SubjectKey[] {
    return subjectKeys.map(({ scheme, code }) => ({ scheme, code }));
  }

  @Public()
  @FieldResolver(() => LibraryBranch, {
    nullable: true,
    description: 'The branch that answered (回答館).',
  })
  branch(
    @Root() { branchId }: ReferenceCase,
    @Ctx() { loaders }: Context,
  ): Promise<LibraryBranch | null> | null {
    return branchId ? loaders.of(branchById).load(branchId) : null;
  }

  @Public()
  @Directive('@listSize(assumedSize: 3)')
  @FieldResolver(() => [Title], {
    nullable: 'itemsAndList',
    description: 'Its sources that stand in the catalogue (参考資料).',
  })
  async sources(
    @Root() { sourceIsbns }: ReferenceCase,
    @Ctx() { loaders }: Context,
  ): Promise<Title[]> {
    const loader = loaders.of(titleByIsbn);
    const titles = await Promise.all(sourceIsbns.map((isbn) => loader.load(isbn)));
    return titles.filter((title) => title !== null);
  }

  @Public()
  @Query(() => ReferenceCase, {
    nullable: true,
    description: 'A reference case by its id (レファレンス事例).',
  })
  referenceCase(
    @Arg('id', () => ID, { description: 'Its id (識別子).' }) id: string,
    @Ctx() { loaders }: Context,
  ): Promise<ReferenceCase | null> {
    return loaders.of(caseById).load(id);
  }

  @Public()
  @Directive('@cost(weight: 10)')
  @Directive(paged)
  @Query(() => ReferenceCaseConnection, {
    nullable: true,
    description: 'Reference cases, newest first (レファレンス事例検索).',
  })
  async referenceCases(
    @Arg('filter', () => ReferenceCaseFilter, {
      nullable: true,
      description: 'Which ones (絞り込み).',
    })
    filter: ReferenceCaseFilter | undefined,
    @Args(() => PageArguments) page: PageArguments,
    @Ctx() { em }: Context,
  ): Promise<Connection<Edge<ReferenceCase>>> {
    const { size, after } = { size: pageSize(page), after: page.after ?? null };
    const rows = await casesThatFit(em, filter ?? {}, { limit: size + 1, after });
    return connection(rows, { size, after }, (row) => row);
  }
}

/** Gives a subject its reference cases. */
@Resolver(() => Subject)
export class SubjectReferenceCaseResolver {
  @Public()
  @Directive(paged)
  @FieldResolver(() => ReferenceCaseConnection, {
    nullable: true,
    description:
      'Reference cases under this NDC number, newest first; none for other schemes (関連するレファレンス事例).',
  })
  async referenceCases(
    @Root() { scheme, code }: Subject,
    @Args(() => PageArguments) page: PageArguments,
    @Ctx() { loaders }: Context,
  ): Promise<Connection<Edge<ReferenceCase>>> {
    const wanted = pageOf(code, page);
    const rows = scheme === 'NDC' ? await loaders.of(casesOfNdc).load(wanted) : [];
    return connection(rows, wanted, ({ cursor, node }) => ({ cursor, node }));
  }
}

/** Gives a title the questions that it helped to answer. */
@Resolver(() => Title)
export class TitleReferenceCaseResolver {
  @Public()
  @Directive('@listSize(assumedSize: 3)')
  @FieldResolver(() => [ReferenceCase], {
    nullable: true,
    description: 'Questions that were answered with it, newest first, 20 at most (出典とした事例).',
  })
  async citedIn(@Root() { isbn }: Title, @Ctx() { loaders }: Context): Promise<ReferenceCase[]> {
    if (!isbn) return [];
    return (await loaders.of(casesCitingIsbn).load(isbn)).map(({ node }) => node);
  }
}

/** What a reference to a case means. */
export const caseReference = (
  { id }: { id: string },
  { loaders }: Context,
): Promise<ReferenceCase | null> => loaders.of(caseById).load(id);

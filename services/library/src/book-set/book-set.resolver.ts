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
import { titleByBibId } from '../title/title.loader.js';
import { BookSet } from './book-set.entity.js';
import { BookSetFilter } from './book-set.input.js';
import { bookSetById, bookSetsOfNdc } from './book-set.loader.js';
import { bookSetsThatFit } from './book-set.repository.js';

const BookSetConnection = connectionType('BookSet', BookSet, '学校支援図書セット');

/** Answers what is asked of sets of books. */
@Resolver(() => BookSet)
export class BookSetResolver {
  @Public()
  @Directive('@listSize(assumedSize: 3)')
  @FieldResolver(() => [Subject], {
    nullable: 'itemsAndList',
    description: 'What it is about (分類).',
  })
  subjects(@Root() { subjectKeys }: BookSet): SubjectKey[] {
    return subjectKeys.map(({ scheme, code }) => ({ scheme, code }));
  }

  @Public()
  @Directive('@listSize(assumedSize: 10)')
  @FieldResolver(() => [Title], {
    nullable: 'itemsAndList',
    description: 'The titles in it (収録資料).',
  })
  async titles(@Root() { bibIds }: BookSet, @Ctx() { loaders }: Context): Promise<Title[]> {
    const loader = loaders.of(titleByBibId);
    const titles = await Promise.all(bibIds.map((bibId) => loader.load(bibId)));
    return titles.filter((title) => title !== null);
  }

  @Public()
  @FieldResolver(() => LibraryBranch, {
    nullable: true,
    description: 'The branch that lends it (貸出館).',
  })
  branch(
    @Root() { branchId }: BookSet,
    @Ctx() { loaders }: Context,
  ): Promise<LibraryBranch | null> | null {
    return branchId ? loaders.of(branchById).load(branchId) : null;
  }

  @Public()
  @Query(() => BookSet, {
    nullable: true,
    description: 'A set of books for schools by its id (学校支援図書セット).',
  })
  bookSet(
    @Arg('id', () => ID, { description: 'Its id (識別子).' }) id: string,
    @Ctx() { loaders }: Context,
  ): Promise<BookSet | null> {
    return loaders.of(bookSetById).load(id);
  }

  @Public()
  @Directive('@cost(weight: 10)')
  @Directive(paged)
  @Query(() => BookSetConnection, {
    nullable: true,
    description: 'Sets of books for schools, by their first grade (学校支援図書セット検索).',
  })
  async bookSets(
    @Arg('filter', () => BookSetFilter, { nullable: true, description: 'Which ones (絞り込み).' })
    filter: BookSetFilter | undefined,
    @Args(() => PageArguments) page: PageArguments,
    @Ctx() { em }: Context,
  ): Promise<Connection<Edge<BookSet>>> {
    const { size, after } = { size: pageSize(page), after: page.after ?? null };
    const rows = await bookSetsThatFit(em, filter ?? {}, { limit: size + 1, after });
    return connection(rows, { size, after }, (row) => row);
  }
}

/** Gives a subject the sets of books about it. */
@Resolver(() => Subject)
export class SubjectBookSetResolver {
  @Public()
  @Directive(paged)
  @FieldResolver(() => BookSetConnection, {
    nullable: true,
    description:
      'Sets of books for schools under this NDC number, by their first grade; none for other schemes (関連する学校支援図書セット).',
  })
  async bookSets(
    @Root() { scheme, code }: Subject,
    @Args(() => PageArguments) page: PageArguments,
    @Ctx() { loaders }: Context,
  ): Promise<Connection<Edge<BookSet>>> {
    const wanted = pageOf(code, page);
    const rows = scheme === 'NDC' ? await loaders.of(bookSetsOfNdc).load(wanted) : [];
    return connection(rows, wanted, ({ cursor, node }) => ({ cursor, node }));
  }
}

/** What a reference to a set of books means. */
export const bookSetReference = (
  { id }: { id: string },
  { loaders }: Context,
): Promise<BookSet | null> => loaders.of(bookSetById).load(id);

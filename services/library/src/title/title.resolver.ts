import { Public } from '@manabi/kit/column';
import { type Connection, type Edge, connection } from '@manabi/kit/connection/connection';
import { connectionType, pageOf, paged } from '@manabi/kit/connection/connection-type';
import { PageArguments, pageSize } from '@manabi/kit/connection/page-arguments';
import type { Context } from '@manabi/kit/context';
import type { SubjectKey } from '@manabi/kit/opportunity/opportunity.columns';
import { Problem } from '@manabi/kit/problem';
import { Arg, Args, Ctx, Directive, FieldResolver, Query, Resolver, Root } from 'type-graphql';

import { Subject } from '../subject/subject.stub.js';
import { Title } from './title.entity.js';
import { TitleFilter, TitleKey } from './title.input.js';
import { titleByBibId, titleByIsbn, titlesOfNdc } from './title.loader.js';
import { titleCursor, titlesThatFit } from './title.repository.js';

/** Pages of titles. */
export const TitleConnection = connectionType('Title', Title, '書誌');

/** Answers what is asked of titles. */
@Resolver(() => Title)
export class TitleResolver {
  @Public()
  @Directive('@listSize(assumedSize: 3)')
  @FieldResolver(() => [Subject], {
    nullable: 'itemsAndList',
    description: 'What it is about (分類).',
  })
  subjects(@Root() { subjectKeys }: Title): SubjectKey[] {
    return subjectKeys.map(({ scheme, code }) => ({ scheme, code }));
  }

  @Public()
  @Query(() => Title, { nullable: true, description: 'A title by one of its keys (書誌).' })
  title(
    @Arg('by', () => TitleKey, { description: 'The key (書誌の指定).' }) by: TitleKey,
    @Ctx() { loaders }: Context,
  ): Promise<Title | null> {
    return titleBy(by, loaders);
  }

  @Public()
  @Directive('@cost(weight: 10)')
  @Directive(paged)
  @Query(() => TitleConnection, {
    nullable: true,
    description: 'Titles of the catalogue, newest first (蔵書検索).',
  })
  async titles(
    @Arg('filter', () => TitleFilter, { nullable: true, description: 'Which ones (絞り込み).' })
    filter: TitleFilter | undefined,
    @Args(() => PageArguments) page: PageArguments,
    @Ctx() { em }: Context,
  ): Promise<Connection<Edge<Title>>> {
    const { size, after } = { size: pageSize(page), after: page.after ?? null };
    const rows = await titlesThatFit(em, filter ?? {}, { limit: size + 1, after });
    return connection(rows, { size, after }, edgeOf);
  }
}

/** Gives a subject its titles. */
@Resolver(() => Subject)
export class SubjectTitleResolver {
  @Public()
  @Directive(paged)
  @FieldResolver(() => TitleConnection, {
    nullable: true,
    description: 'Titles under this NDC number, newest first; none for other schemes (関連図書).',
  })
  async titles(
    @Root() { scheme, code }: Subject,
    @Args(() => PageArguments) page: PageArguments,
    @Ctx() { loaders }: Context,
  ): Promise<Connection<Edge<Title>>> {
    const wanted = pageOf(code, page);
    const listed = scheme === 'NDC' ? await loaders.of(titlesOfNdc).load(wanted) : [];
    return connection(listed, wanted, ({ title }) => edgeOf(title));
  }
}

const edgeOf = (title: Title): Edge<Title> => ({ cursor: titleCursor(title), node: title });

function titleBy({ isbn, bibId }: TitleKey, loaders: Context['loaders']): Promise<Title | null> {
  if (isbn != null && bibId == null) return loaders.of(titleByIsbn).load(isbn.replaceAll('-', ''));
  if (bibId != null && isbn == null) return loaders.of(titleByBibId).load(bibId);
  throw new Problem('BAD_USER_INPUT', 'A title has two keys. Give exactly one: "isbn" or "bibId".');
}

/** What a reference to a title means, by whichever of its keys. */
export const titleReference = (by: TitleKey, { loaders }: Context): Promise<Title | null> =>
  titleBy(by.bibId == null ? { isbn: by.isbn ?? null } : { bibId: by.bibId }, loaders);

/** What a reference to a subject means: the subject itself, to which fields are added. */
export const subjectReference = ({ scheme, code }: SubjectKey): SubjectKey => ({ scheme, code });

import { Public } from '@manabi/kit/column';
import { type Connection, type Edge, connection } from '@manabi/kit/connection/connection';
import { connectionType, paged } from '@manabi/kit/connection/connection-type';
import { PageArguments, pageSize } from '@manabi/kit/connection/page-arguments';
import type { Context } from '@manabi/kit/context';
import type { SubjectKey } from '@manabi/kit/opportunity/opportunity.columns';
import { Arg, Args, Ctx, Directive, FieldResolver, ID, Query, Resolver, Root } from 'type-graphql';

import { Subject } from './subject.entity.js';
import { SubjectFilter } from './subject.input.js';
import { meantSubject, narrowerOfSubject, subjectByKey } from './subject.loader.js';
import { subjectCursor, subjectsAfter } from './subject.repository.js';

const SubjectConnection = connectionType('Subject', Subject, '分類項目');

/** Answers what is asked of subjects. */
@Resolver(() => Subject)
export class SubjectResolver {
  @Public()
  @FieldResolver(() => Subject, { nullable: true, description: 'The wider subject (上位分類).' })
  async broader(
    @Root() { scheme, broaderCode }: Subject,
    @Ctx() { loaders }: Context,
  ): Promise<Subject | null> {
    return broaderCode ? loaders.of(subjectByKey).load({ scheme, code: broaderCode }) : null;
  }

  @Public()
  @Directive('@listSize(assumedSize: 10)')
  @FieldResolver(() => [Subject], {
    nullable: true,
    description: 'The subjects directly under it, by code (下位分類).',
  })
  narrower(@Root() { scheme, code }: Subject, @Ctx() { loaders }: Context): Promise<Subject[]> {
    return loaders.of(narrowerOfSubject).load({ scheme, code });
  }

  @Public()
  @Query(() => Subject, { nullable: true, description: 'A subject by its key (分類項目).' })
  subject(
    @Arg('scheme', () => ID, { description: 'The classification (分類体系).' }) scheme: string,
    @Arg('code', () => ID, { description: 'The code in it (分類コード).' }) code: string,
    @Ctx() { loaders }: Context,
  ): Promise<Subject | null> {
    return loaders.of(subjectByKey).load({ scheme, code });
  }

  @Public()
  @Directive(paged)
  @Query(() => SubjectConnection, {
    nullable: true,
    description: 'Subjects by scheme and code (分類一覧).',
  })
  async subjects(
    @Arg('filter', () => SubjectFilter, { nullable: true, description: 'Which ones (絞り込み).' })
    filter: SubjectFilter | undefined,
    @Args(() => PageArguments) page: PageArguments,
    @Ctx() { em }: Context,
  ): Promise<Connection<Edge<Subject>>> {
    const wanted = { size: pageSize(page), after: page.after ?? null };
    const rows = await subjectsAfter(em, filter ?? {}, {
      limit: wanted.size + 1,
      after: wanted.after,
    });
    return connection(rows, wanted, (node) => ({ cursor: subjectCursor(node), node }));
  }
}

/** What a reference to a subject means; catalogues class finer than the register, so an NDC class may be called by a wider one's name. */
export const subjectReference = async (
  { scheme, code }: SubjectKey,
  { loaders }: Context,
): Promise<Subject | null> =>
  (await loaders.of(meantSubject).load({ scheme, code }))?.subject ?? null;

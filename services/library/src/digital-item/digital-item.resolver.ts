import { Public } from '@manabi/kit/column';
import { type Connection, type Edge, connection } from '@manabi/kit/connection/connection';
import { connectionType, pageOf, paged } from '@manabi/kit/connection/connection-type';
import { PageArguments, pageSize } from '@manabi/kit/connection/page-arguments';
import type { Context } from '@manabi/kit/context';
import type { SubjectKey } from '@manabi/kit/opportunity/opportunity.columns';
import { Arg, Args, Ctx, Directive, FieldResolver, ID, Query, Resolver, Root } from 'type-graphql';

import { LibraryBranch } from '../branch/branch.entity.js';
import { branchById } from '../branch/branch.loader.js';
import { CulturalProperty } from '../cultural-property/cultural-property.stub.js';
import { Subject } from '../subject/subject.stub.js';
import { DigitalItem } from './digital-item.entity.js';
import { DigitalItemFilter } from './digital-item.input.js';
import { itemById, itemsOfNdc } from './digital-item.loader.js';
import { itemsThatFit } from './digital-item.repository.js';

/** Pages of digitised items. */
export const DigitalItemConnection = connectionType('DigitalItem', DigitalItem, 'デジタル化資料');

/** Answers what is asked of digitised items. */
@Resolver(() => DigitalItem)
export class DigitalItemResolver {
  @Public()
  @Directive('@listSize(assumedSize: 3)')
  @FieldResolver(() => [Subject], {
    nullable: 'itemsAndList',
    description: 'What it is about (分類).',
  })
  subjects(@Root() { subjectKeys }: DigitalItem): SubjectKey[] {
    return subjectKeys.map(({ scheme, code }) => ({ scheme, code }));
  }

  @Public()
  @Directive('@listSize(assumedSize: 2)')
  @FieldResolver(() => [CulturalProperty], {
    nullable: 'itemsAndList',
    description: 'The cultural properties that it shows or tells of (関連する文化財).',
  })
  culturalProperties(@Root() { heritageCodes }: DigitalItem): CulturalProperty[] {
    return heritageCodes.map((code) => ({ code }));
  }

  @Public()
  @FieldResolver(() => LibraryBranch, {
    nullable: true,
    description: 'The branch that keeps the original (原資料の所蔵館).',
  })
  branch(
    @Root() { branchId }: DigitalItem,
    @Ctx() { loaders }: Context,
  ): Promise<LibraryBranch | null> | null {
    return branchId ? loaders.of(branchById).load(branchId) : null;
  }

  @Public()
  @Query(() => DigitalItem, {
    nullable: true,
    description: 'A digitised item by its id (デジタル化資料).',
  })
  digitalItem(
    @Arg('id', () => ID, { description: 'Its id (識別子).' }) id: string,
    @Ctx() { loaders }: Context,
  ): Promise<DigitalItem | null> {
    return loaders.of(itemById).load(id);
  }

  @Public()
  @Directive('@cost(weight: 10)')
  @Directive(paged)
  @Query(() => DigitalItemConnection, {
    nullable: true,
    description: 'Digitised items, oldest first (デジタル化資料検索).',
  })
  async digitalItems(
    @Arg('filter', () => DigitalItemFilter, {
      nullable: true,
      description: 'Which ones (絞り込み).',
    })
    filter: DigitalItemFilter | undefined,
    @Args(() => PageArguments) page: PageArguments,
    @Ctx() { em }: Context,
  ): Promise<Connection<Edge<DigitalItem>>> {
    const { size, after } = { size: pageSize(page), after: page.after ?? null };
    const rows = await itemsThatFit(em, filter ?? {}, { limit: size + 1, after });
    return connection(rows, { size, after }, (row) => row);
  }
}

/** Gives a subject its digitised items. */
@Resolver(() => Subject)
export class SubjectDigitalItemResolver {
  @Public()
  @Directive(paged)
  @FieldResolver(() => DigitalItemConnection, {
    nullable: true,
    description:
      'Digitised items under this NDC number, oldest first; none for other schemes (関連するデジタル化資料).',
  })
  async digitalItems(
    @Root() { scheme, code }: Subject,
    @Args(() => PageArguments) page: PageArguments,
    @Ctx() { loaders }: Context,
  ): Promise<Connection<Edge<DigitalItem>>> {
    const wanted = pageOf(code, page);
    const rows = scheme === 'NDC' ? await loaders.of(itemsOfNdc).load(wanted) : [];
    return connection(rows, wanted, ({ cursor, node }) => ({ cursor, node }));
  }
}

/** What a reference to a digitised item means. */
export const itemReference = (
  { id }: { id: string },
  { loaders }: Context,
): Promise<DigitalItem | null> => loaders.of(itemById).load(id);

import { Public } from '@manabi/kit/column';
import type { Context } from '@manabi/kit/context';
import { Ctx, Directive, FieldResolver, Resolver, Root } from 'type-graphql';

import { LibraryBranch } from '../branch/branch.entity.js';
import { branchById } from '../branch/branch.loader.js';
import { copiesNow } from '../live-shelf/live-shelf.loader.js';
import { Title } from '../title/title.entity.js';
import { titleByBibId } from '../title/title.loader.js';
import { TitleAvailability } from './availability.entity.js';
import { Holding } from './holding.entity.js';
import { copiesOfTitle, holdingById, holdingsOfTitle } from './holding.loader.js';
import { mostCopies } from './holding.repository.js';

/** Gives a copy its title and its branch. */
@Resolver(() => Holding)
export class HoldingResolver {
  @Public()
  @FieldResolver(() => Title, { nullable: true, description: 'What it is a copy of (書誌).' })
  title(@Root() { bibId }: Holding, @Ctx() { loaders }: Context): Promise<Title | null> {
    return loaders.of(titleByBibId).load(bibId);
  }

  @Public()
  @FieldResolver(() => LibraryBranch, {
    nullable: true,
    description: 'The branch that keeps it (所蔵館).',
  })
  branch(
    @Root() { branchId }: Holding,
    @Ctx() { loaders }: Context,
  ): Promise<LibraryBranch | null> {
    return loaders.of(branchById).load(branchId);
  }
}

/** Gives a title its copies. */
@Resolver(() => Title)
export class TitleHoldingResolver {
  @Public()
  @Directive('@listSize(assumedSize: 10)')
  @FieldResolver(() => [Holding], {
    nullable: true,
    description: 'Its copies by branch, 100 at most (所蔵一覧).',
  })
  async holdings(@Root() { bibId }: Title, @Ctx() { loaders }: Context): Promise<Holding[]> {
    return (await loaders.of(holdingsOfTitle).load(bibId)).slice(0, mostCopies);
  }

  @Public()
  @FieldResolver(() => TitleAvailability, {
    nullable: true,
    description: 'Whether a copy is on a shelf anywhere in the city (市内の利用可否).',
  })
  async availability(
    @Root() { bibId, isbn }: Title,
    @Ctx() context: Context,
  ): Promise<TitleAvailability> {
    const counted = await context.loaders.of(copiesOfTitle).load(bibId);
    const recorded = counted ?? { copies: 0, onShelf: 0, unknown: 0, checkedAt: null };
    return copiesNow(context, { isbn, branch: null }, recorded);
  }
}

/** What a reference to a copy means. */
export const holdingReference = (
  { id }: { id: string },
  { loaders }: Context,
): Promise<Holding | null> => loaders.of(holdingById).load(id);

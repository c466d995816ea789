import { Public } from '@manabi/kit/column';
import type { Context } from '@manabi/kit/context';
import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';

import { LibraryBranch } from '../branch/branch.entity.js';
import { PickupShelf } from './pickup-shelf.entity.js';
import { waitingAtBranch } from './pickup-shelf.loader.js';

/** Gives a branch the shelf on which reserved titles wait. */
@Resolver(() => LibraryBranch)
export class BranchPickupShelfResolver {
  @Public()
  @FieldResolver(() => PickupShelf, {
    nullable: true,
    description:
      'Where reserved titles wait, and how many: those whom a closure keeps from fetching them (予約取置棚).',
  })
  async pickupShelf(
    @Root() { id, pickupShelf }: LibraryBranch,
    @Ctx() { loaders }: Context,
  ): Promise<PickupShelf> {
    const counted = await loaders.of(waitingAtBranch).load(id);
    return {
      offered: pickupShelf ?? null,
      waiting: counted?.waiting ?? 0,
      checkedAt: counted?.checkedAt ?? null,
    };
  }
}

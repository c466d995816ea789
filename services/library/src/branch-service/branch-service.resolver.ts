import { Public } from '@manabi/kit/column';
import type { Context } from '@manabi/kit/context';
import { Arg, Ctx, Directive, FieldResolver, Resolver, Root } from 'type-graphql';

import { LibraryBranch } from '../branch/branch.entity.js';
import { branchById } from '../branch/branch.loader.js';
import { BranchService, BranchServiceKind } from './branch-service.entity.js';
import { branchServiceById, servicesOfBranch } from './branch-service.loader.js';

/** Gives a branch its services for readers who cannot come or cannot read print. */
@Resolver(() => LibraryBranch)
export class BranchServicesResolver {
  @Public()
  @Directive('@listSize(assumedSize: 8)')
  @FieldResolver(() => [BranchService], {
    nullable: true,
    description:
      'What it does for readers who cannot come or cannot read print; of what is not listed nobody has said anything (ハンディキャップサービス).',
  })
  async services(
    @Root() { id }: LibraryBranch,
    @Ctx() { loaders }: Context,
    @Arg('kinds', () => [BranchServiceKind], {
      nullable: true,
      description: 'Only these kinds (種類).',
    })
    kinds?: BranchServiceKind[] | null,
  ): Promise<BranchService[]> {
    const rows = await loaders.of(servicesOfBranch).load(id);
    return kinds ? rows.filter(({ kind }) => kinds.includes(kind)) : rows;
  }
}

/** Gives a service its branch. */
@Resolver(() => BranchService)
export class BranchServiceResolver {
  @Public()
  @FieldResolver(() => LibraryBranch, { nullable: true, description: 'The branch (実施館).' })
  branch(
    @Root() { branchId }: BranchService,
    @Ctx() { loaders }: Context,
  ): Promise<LibraryBranch | null> {
    return loaders.of(branchById).load(branchId);
  }
}

/** What a reference to a service of a branch means. */
export const branchServiceReference = (
  { id }: { id: string },
  { loaders }: Context,
): Promise<BranchService | null> => loaders.of(branchServiceById).load(id);

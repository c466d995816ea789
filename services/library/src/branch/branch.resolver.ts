import { Public } from '@manabi/kit/column';
import type { Context } from '@manabi/kit/context';
import { GraphQLDateTime } from 'graphql-scalars';
import { Arg, Ctx, Directive, FieldResolver, Query, Resolver, Root } from 'type-graphql';

import { Facility } from '../facility/facility.stub.js';
import { LibraryBranch } from './branch.entity.js';
import { branchById, branchInFacility, branchesOfCity } from './branch.loader.js';
import { allBranches } from './branch.repository.js';
import { nearestOpenBranch } from './branch.rules.js';

/** Answers what is asked of branches. */
@Resolver(() => LibraryBranch)
export class BranchResolver {
  @Public()
  @Directive('@provides(fields: "name { ja }")')
  @FieldResolver(() => Facility, {
    nullable: true,
    description: 'The building it is in (施設).',
  })
  facility(@Root() { facilityCode, name }: LibraryBranch): Facility {
    return { code: facilityCode, name: { ja: name.ja } };
  }

  @Public()
  @FieldResolver(() => LibraryBranch, {
    nullable: true,
    description:
      'Of the other branches that are open at a moment by their hours and closed days, the nearest; null when none is known to be open. What else closes a house tells "facility.closures" (開館中の最寄り館).',
  })
  async nearestOpen(
    @Root() branch: LibraryBranch,
    @Ctx() { loaders, now }: Context,
    @Arg('at', () => GraphQLDateTime, {
      nullable: true,
      description: 'The moment; now when absent (時点).',
    })
    at?: Date | null,
  ): Promise<LibraryBranch | null> {
    const branches = await loaders.of(branchesOfCity).load('city');
    return nearestOpenBranch(branch, branches, at ?? now);
  }

  @Public()
  @Directive('@listSize(assumedSize: 10)')
  @Query(() => [LibraryBranch], {
    nullable: true,
    description: "The branches of the city's library, 50 at most (図書館一覧).",
  })
  libraryBranches(@Ctx() { em }: Context): Promise<LibraryBranch[]> {
    return allBranches(em);
  }
}

/** Gives a facility its library branch. */
@Resolver(() => Facility)
export class FacilityBranchResolver {
  @Public()
  @FieldResolver(() => LibraryBranch, {
    nullable: true,
    description: 'The library branch in it; null when there is none (図書館).',
  })
  branch(@Root() { code }: Facility, @Ctx() { loaders }: Context): Promise<LibraryBranch | null> {
    return loaders.of(branchInFacility).load(code);
  }
}

/** What a reference to a branch means. */
export const branchReference = (
  { id }: { id: string },
  { loaders }: Context,
): Promise<LibraryBranch | null> => loaders.of(branchById).load(id);

/** What a reference to a facility means: the facility itself, to which fields are added. */
export const facilityReference = ({ code }: { code: string }): Pick<Facility, 'code'> => ({ code });

import { Public } from '@manabi/kit/column';
import type { Context } from '@manabi/kit/context';
import { Ctx, Directive, FieldResolver, Resolver, Root } from 'type-graphql';

import { Group } from '../group/group.stub.js';
import { CommunityClub } from './community-club.entity.js';
import { clubsOfGroup, membershipsOfClub } from './membership.loader.js';

/** Gives a circle its clubs. */
@Resolver(() => Group)
export class GroupMembershipResolver {
  @Public()
  @Directive('@listSize(assumedSize: 2)')
  @FieldResolver(() => [CommunityClub], {
    nullable: true,
    description: 'Community clubs to which it belongs (所属する地域スポーツクラブ).',
  })
  async memberships(@Root() { id }: Group, @Ctx() { loaders }: Context): Promise<CommunityClub[]> {
    return (await loaders.of(clubsOfGroup).load(id)).map(({ club }) => club);
  }
}

/** Gives a club the circles that belong to it. */
@Resolver(() => CommunityClub)
export class CommunityClubMembershipResolver {
  @Public()
  @Directive('@listSize(assumedSize: 20)')
  @FieldResolver(() => [Group], {
    nullable: 'itemsAndList',
    description: 'Circles that belong to it (所属する団体).',
  })
  async groups(@Root() { id }: CommunityClub, @Ctx() { loaders }: Context): Promise<Group[]> {
    const members = await loaders.of(membershipsOfClub).load(id);
    return members.map(({ groupId }) => ({ id: groupId }));
  }
}

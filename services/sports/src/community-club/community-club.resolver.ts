import { Public } from '@manabi/kit/column';
import { type Connection, type Edge, connection } from '@manabi/kit/connection/connection';
import { connectionType, paged } from '@manabi/kit/connection/connection-type';
import { readCursor, writeCursor } from '@manabi/kit/connection/cursor';
import { PageArguments, pageSize } from '@manabi/kit/connection/page-arguments';
import type { Context } from '@manabi/kit/context';
import { Args, Ctx, Directive, FieldResolver, Query, Resolver, Root } from 'type-graphql';
import { z } from 'zod';

import { Facility } from '../facility/facility.stub.js';
import { CommunityClub } from './community-club.entity.js';
import { communityClubById } from './community-club.loader.js';
import { communityClubsAfter } from './community-club.repository.js';

const CommunityClubConnection = connectionType(
  'CommunityClub',
  CommunityClub,
  '地域スポーツクラブ',
);

/** Answers what is asked of community clubs. */
@Resolver(() => CommunityClub)
export class CommunityClubResolver {
  @Public()
  @FieldResolver(() => Facility, {
    nullable: true,
    description: 'Where it usually meets (活動拠点).',
  })
  home(@Root() { homeCode }: CommunityClub): Facility | null {
    return homeCode ? { code: homeCode } : null;
  }

  @Public()
  @Directive(paged)
  @Query(() => CommunityClubConnection, {
    nullable: true,
    description: 'The register of community clubs (総合型地域スポーツクラブの一覧).',
  })
  async communityClubs(
    @Args(() => PageArguments) page: PageArguments,
    @Ctx() { em }: Context,
  ): Promise<Connection<Edge<CommunityClub>>> {
    const size = pageSize(page);
    const [id] = page.after ? readCursor(page.after, z.tuple([z.string().max(200)])) : [null];
    const clubs = await communityClubsAfter(em, { id, limit: size + 1 });
    return connection(clubs, { size, after: page.after }, (node) => ({
      cursor: writeCursor([node.id]),
      node,
    }));
  }
}

/** What a reference to a community club means. */
export const communityClubReference = (
  { id }: { id: string },
  { loaders }: Context,
): Promise<CommunityClub | null> => loaders.of(communityClubById).load(id);

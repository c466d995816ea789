import { Public } from '@manabi/kit/column';
import { type Connection, type Edge, connection } from '@manabi/kit/connection/connection';
import { connectionType, paged } from '@manabi/kit/connection/connection-type';
import type { Context } from '@manabi/kit/context';
import { SessionArguments, sessionsIn } from '@manabi/kit/slot/session.arguments';
import { Args, Ctx, Directive, FieldResolver, Resolver, Root } from 'type-graphql';

import { Court } from '../court/court.entity.js';
import { courtById } from '../court/court.loader.js';
import { SportsClass } from '../sports-class/sports-class.entity.js';
import { CourtSession } from './court-session.entity.js';
import { sessionsOnCourt } from './court-session.loader.js';
import { courtSessionCursor } from './court-session.repository.js';

const CourtSessionConnection = connectionType('CourtSession', CourtSession, '教室の各回');

/** Gives a court what takes place on it. */
@Resolver(() => Court)
export class CourtSessionResolver {
  @Public()
  @Directive(paged)
  @FieldResolver(() => CourtSessionConnection, {
    nullable: true,
    description:
      'Times of classes on it, earliest first: whom a closure would hit (このコートで行う教室の各回).',
  })
  async sessions(
    @Root() { id }: Court,
    @Args(() => SessionArguments) asked: SessionArguments,
    @Ctx() { loaders, now }: Context,
  ): Promise<Connection<Edge<CourtSession>>> {
    const page = sessionsIn(id, asked, now);
    const found = await loaders.of(sessionsOnCourt).load(page);
    return connection(found?.sessions ?? [], page, (node) => ({
      cursor: courtSessionCursor(node),
      node,
    }));
  }
}

/** Gives a class its court. */
@Resolver(() => SportsClass)
export class SportsClassCourtResolver {
  @Public()
  @FieldResolver(() => Court, {
    nullable: true,
    description: 'The court, where it is one of the department (コート・体育室).',
  })
  court(
    @Root() { courtId }: SportsClass,
    @Ctx() { loaders }: Context,
  ): Promise<Court | null> | null {
    return courtId ? loaders.of(courtById).load(courtId) : null;
  }
}

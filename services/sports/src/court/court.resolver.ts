import { Public } from '@manabi/kit/column';
import { type Connection, type Edge, connection } from '@manabi/kit/connection/connection';
import { connectionType, paged } from '@manabi/kit/connection/connection-type';
import { PageArguments, pageSize } from '@manabi/kit/connection/page-arguments';
import type { Context } from '@manabi/kit/context';
import { roomCursor } from '@manabi/kit/slot/room.search';
import { Arg, Args, Ctx, Directive, FieldResolver, ID, Query, Resolver, Root } from 'type-graphql';

import { Facility } from '../facility/facility.stub.js';
import { Court } from './court.entity.js';
import { CourtFilter } from './court.input.js';
import { courtById, courtsOfFacility } from './court.loader.js';
import { searchCourts } from './court.repository.js';

const CourtConnection = connectionType('Court', Court, 'コート');

/** Answers what is asked of courts. */
@Resolver(() => Court)
export class CourtResolver {
  @Public()
  @FieldResolver(() => Facility, { nullable: true, description: 'Where it is (施設).' })
  facility(@Root() { facilityCode }: Court): Facility {
    return { code: facilityCode };
  }

  @Public()
  @Query(() => Court, { nullable: true, description: 'A court by its id (コート).' })
  court(
    @Arg('id', () => ID, { description: 'Its id (識別子).' }) id: string,
    @Ctx() { loaders }: Context,
  ): Promise<Court | null> {
    return loaders.of(courtById).load(id);
  }

  @Public()
  @Directive('@cost(weight: 5)')
  @Directive(paged)
  @Query(() => CourtConnection, {
    nullable: true,
    description: 'Courts by facility (コートの検索).',
  })
  async courts(
    @Args(() => PageArguments) page: PageArguments,
    @Ctx() { em }: Context,
    @Arg('filter', () => CourtFilter, {
      nullable: true,
      description: 'Which ones; all when absent (絞り込み).',
    })
    filter?: CourtFilter | null,
  ): Promise<Connection<Edge<Court>>> {
    const rooms = await searchCourts(em, { filter, page });
    return connection(rooms, { size: pageSize(page), after: page.after }, (node) => ({
      cursor: roomCursor(node),
      node,
    }));
  }
}

/** Gives a facility its courts. */
@Resolver(() => Facility)
export class FacilityCourtResolver {
  @Public()
  @Directive('@listSize(assumedSize: 10)')
  @FieldResolver(() => [Court], {
    nullable: true,
    description: 'Courts that are let; empty where there are none (コート・体育室など).',
  })
  courts(@Root() { code }: Facility, @Ctx() { loaders }: Context): Promise<Court[]> {
    return loaders.of(courtsOfFacility).load(code);
  }
}

/** What a reference to a court means. */
export const courtReference = (
  { id }: { id: string },
  { loaders }: Context,
): Promise<Court | null> => loaders.of(courtById).load(id);

/** What a reference to a facility means: whichever the register knows. */
export const facilityReference = ({ code }: { code: string }): Facility => ({ code });

import { Public } from '@manabi/kit/column';
import { type Connection, type Edge, connection } from '@manabi/kit/connection/connection';
import { connectionType, paged } from '@manabi/kit/connection/connection-type';
import { PageArguments, pageSize } from '@manabi/kit/connection/page-arguments';
import type { Context } from '@manabi/kit/context';
import { TimeSpan } from '@manabi/kit/value/time-span';
import {
  Arg,
  Args,
  Ctx,
  Directive,
  FieldResolver,
  ID,
  Int,
  Query,
  Resolver,
  Root,
} from 'type-graphql';

import { Facility } from '../facility/facility.entity.js';
import { facilityByCode } from '../facility/facility.loader.js';
import { FacilityRoom } from '../value/facility-room.js';
import { AffectedConnection } from './affected.entity.js';
import { affectedByClosure } from './affected.loader.js';
import { affectedPage } from './affected.rules.js';
import { Closure } from './closure.entity.js';
import { closureById } from './closure.loader.js';
import { closureCursor, closuresAfter } from './closure.repository.js';
import { checkSpan, roomPatterns, spanOf } from './closure.rules.js';
import { StandIn } from './stand-in.entity.js';
import { standInsOf } from './stand-in.loader.js';

const ClosureConnection = connectionType('Closure', Closure, '臨時休館');

/** Answers what is asked of closures. */
@Resolver(() => Closure)
export class ClosureResolver {
  @Public()
  @FieldResolver(() => Facility, { nullable: true, description: 'The house (施設).' })
  facility(
    @Root() { facilityCode }: Closure,
    @Ctx() { loaders }: Context,
  ): Promise<Facility | null> {
    return loaders.of(facilityByCode).load(facilityCode);
  }

  @Public()
  @Directive('@listSize(assumedSize: 3)')
  @FieldResolver(() => [FacilityRoom], {
    nullable: true,
    description: 'The rooms that are closed; empty where the whole house is (休止する部屋).',
  })
  async rooms(
    @Root() { facilityCode, roomIds }: Closure,
    @Ctx() { loaders }: Context,
  ): Promise<FacilityRoom[]> {
    const facility =
      roomIds.length > 0 ? await loaders.of(facilityByCode).load(facilityCode) : null;
    return (facility?.rooms ?? []).filter(({ id }) => id != null && roomIds.includes(id));
  }

  @Public()
  @Directive('@cost(weight: 5)')
  @Directive(paged)
  @FieldResolver(() => AffectedConnection, {
    nullable: true,
    description: 'What it hits among all that departments offer (影響を受ける学習機会).',
  })
  async affected(
    @Root() closure: Closure,
    @Args(() => PageArguments) page: PageArguments,
    @Ctx() { loaders, now }: Context,
  ): Promise<AffectedConnection> {
    const size = pageSize(page);
    const span = spanOf(closure);
    if (!span) return affectedPage(null, now);
    const { facilityCode, roomIds } = closure;
    const facility =
      roomIds.length > 0 ? await loaders.of(facilityByCode).load(facilityCode) : null;
    const found = await loaders.of(affectedByClosure).load({
      facilityCode,
      from: span.from.toISOString(),
      to: span.to.toISOString(),
      rooms: roomPatterns(facility?.rooms, roomIds),
      size,
      after: page.after ?? null,
    });
    return affectedPage(found, now);
  }

  @Public()
  @Directive(
    '@listSize(assumedSize: 5, slicingArguments: ["first"], requireOneSlicingArgument: false)',
  )
  @FieldResolver(() => [StandIn], {
    nullable: true,
    description: 'Houses of the same kind that are not closed then, nearest first (代替施設).',
  })
  async standIns(
    @Root() closure: Closure,
    @Arg('first', () => Int, { defaultValue: 5, description: 'How many at most (件数).' })
    first: number,
    @Ctx() { loaders }: Context,
  ): Promise<StandIn[]> {
    const size = pageSize({ first });
    const span = spanOf(closure);
    if (!span) return [];
    return loaders.of(standInsOf).load({
      facilityCode: closure.facilityCode,
      from: span.from.toISOString(),
      to: span.to.toISOString(),
      size,
    });
  }

  @Public()
  @Query(() => Closure, { nullable: true, description: 'A closure by its id (臨時休館).' })
  closure(
    @Arg('id', () => ID, { description: 'Its id (識別子).' }) id: string,
    @Ctx() { loaders }: Context,
  ): Promise<Closure | null> {
    return loaders.of(closureById).load(id);
  }

  @Public()
  @Directive(paged)
  @Query(() => ClosureConnection, {
    nullable: true,
    description: 'What is closed at some moment of a time, first start first (臨時休館一覧).',
  })
  async closures(
    @Arg('in', () => TimeSpan, { description: 'The time that is asked about (期間).' })
    span: TimeSpan,
    @Args(() => PageArguments) page: PageArguments,
    @Ctx() { em }: Context,
  ): Promise<Connection<Edge<Closure>>> {
    checkSpan(span);
    const size = pageSize(page);
    const rows = await closuresAfter(em, span, { limit: size + 1, after: page.after ?? null });
    return connection(rows, { size, after: page.after }, (node) => ({
      cursor: closureCursor(node),
      node,
    }));
  }
}

/** What a reference to a closure means. */
export const closureReference = (
  { id }: { id: string },
  { loaders }: Context,
): Promise<Closure | null> => loaders.of(closureById).load(id);

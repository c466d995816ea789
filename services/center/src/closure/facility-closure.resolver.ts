import { Public } from '@manabi/kit/column';
import { paged } from '@manabi/kit/connection/connection-type';
import { PageArguments, pageSize } from '@manabi/kit/connection/page-arguments';
import type { Context } from '@manabi/kit/context';
import { TimeSpan } from '@manabi/kit/value/time-span';
import {
  Arg,
  Args,
  ArgsType,
  Ctx,
  Directive,
  Field,
  FieldResolver,
  ID,
  Int,
  Resolver,
  Root,
} from 'type-graphql';

import { Facility } from '../facility/facility.entity.js';
import { AffectedConnection } from './affected.entity.js';
import { affectedByClosure } from './affected.loader.js';
import { affectedPage } from './affected.rules.js';
import { Closure } from './closure.entity.js';
import { closuresOfFacility } from './closure.loader.js';
import { checkSpan, roomPatterns } from './closure.rules.js';
import { StandIn } from './stand-in.entity.js';
import { standInsOf } from './stand-in.loader.js';

/** For which closure it is asked what it would hit, and which page of that. */
@ArgsType()
class AffectedArguments extends PageArguments {
  @Field(() => TimeSpan, { description: 'The time in which it is closed (休館期間).' })
  in!: TimeSpan;

  @Field(() => [ID], {
    nullable: true,
    description: 'Only these rooms of the register are closed; the whole house when absent (部屋).',
  })
  roomIds?: string[] | null;
}

/** For which time other houses are looked for, and how many. */
@ArgsType()
class StandInArguments {
  @Field(() => TimeSpan, { description: 'The time (期間).' })
  in!: TimeSpan;

  @Field(() => Int, { defaultValue: 5, description: 'How many at most (件数).' })
  first!: number;
}

/** Closures listed of one house at most. */
const closuresShown = 50;

/** Answers what closures mean for a house: which there are, what one hits or would hit, and who may stand in. */
@Resolver(() => Facility)
export class FacilityClosureResolver {
  @Public()
  @Directive('@listSize(assumedSize: 3)')
  @FieldResolver(() => [Closure], {
    nullable: true,
    description:
      'Closures beside its usual closed days, first start first, at most 50; of a year from now when no time is given (臨時休館).',
  })
  async closures(
    @Root() { code }: Facility,
    @Arg('in', () => TimeSpan, { nullable: true, description: 'At some moment of it (期間).' })
    asked: TimeSpan | undefined | null,
    @Ctx() { loaders, now }: Context,
  ): Promise<Closure[]> {
    const span = asked ?? { from: now, to: new Date(now.getTime() + year) };
    checkSpan(span);
    const found = await loaders.of(closuresOfFacility).load(keyOf(code, span));
    return found.slice(0, closuresShown).map(({ closure }) => closure);
  }

  @Public()
  @Directive('@cost(weight: 5)')
  @Directive(paged)
  @FieldResolver(() => AffectedConnection, {
    nullable: true,
    description:
      'What of all that departments offer loses its place if the house, or these rooms of it, is closed in a time (休館の影響).',
  })
  async affected(
    @Root() { code, rooms }: Facility,
    @Args(() => AffectedArguments) asked: AffectedArguments,
    @Ctx() { loaders, now }: Context,
  ): Promise<AffectedConnection> {
    checkSpan(asked.in);
    const found = await loaders.of(affectedByClosure).load({
      ...keyOf(code, asked.in),
      rooms: roomPatterns(rooms, asked.roomIds),
      size: pageSize(asked),
      after: asked.after ?? null,
    });
    return affectedPage(found, now);
  }

  @Public()
  @Directive(
    '@listSize(assumedSize: 5, slicingArguments: ["first"], requireOneSlicingArgument: false)',
  )
  @FieldResolver(() => [StandIn], {
    nullable: true,
    description:
      'Houses of the same kind that are in use and not closed in a time, nearest first (代替施設).',
  })
  async standIns(
    @Root() { code }: Facility,
    @Args(() => StandInArguments) asked: StandInArguments,
    @Ctx() { loaders }: Context,
  ): Promise<StandIn[]> {
    checkSpan(asked.in);
    return loaders.of(standInsOf).load({ ...keyOf(code, asked.in), size: pageSize(asked) });
  }
}

const year = 366 * 24 * 3_600_000;

const keyOf = (facilityCode: string, { from, to }: TimeSpan) => ({
  facilityCode,
  from: from.toISOString(),
  to: to.toISOString(),
});

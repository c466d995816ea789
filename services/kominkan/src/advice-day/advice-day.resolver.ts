import { Public } from '@manabi/kit/column';
import { type Connection, type Edge, connection } from '@manabi/kit/connection/connection';
import { connectionType, pageOf, paged } from '@manabi/kit/connection/connection-type';
import type { Context } from '@manabi/kit/context';
import { leftInSteps } from '@manabi/kit/vocabulary/seats';
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

import { Desk } from '../desk/desk.stub.js';
import { Facility } from '../facility/facility.stub.js';
import { StudyRoom } from '../study-room/study-room.entity.js';
import { studyRoomById } from '../study-room/study-room.loader.js';
import { AdviceDay } from './advice-day.entity.js';
import { AdviceDayArguments, AdviceDaySearchArguments } from './advice-day.input.js';
import { adviceDayById, adviceDaysOfDesk } from './advice-day.loader.js';
import { type AdviceDaysOf, adviceDayCursor } from './advice-day.repository.js';

const AdviceDayConnection = connectionType('AdviceDay', AdviceDay, '出前相談日');

/** Answers what is asked of advice days. */
@Resolver(() => AdviceDay)
export class AdviceDayResolver {
  @Public()
  @FieldResolver(() => Int, {
    nullable: true,
    description:
      'How many more can be heard, in the steps of "seats"; null where nobody counts (残り枠数の目安).',
  })
  placesLeft(@Root() { places, placesLeft }: AdviceDay): number | null {
    if (places == null || placesLeft == null) return null;
    return leftInSteps(placesLeft, places);
  }

  @Public()
  @FieldResolver(() => Desk, {
    nullable: true,
    description: 'The desk that sits there (相談窓口).',
  })
  desk(@Root() { deskId }: AdviceDay): Desk {
    return { id: deskId };
  }

  @Public()
  @FieldResolver(() => Facility, { nullable: true, description: 'Where (会場).' })
  venue(@Root() { venueCode }: AdviceDay): Facility | null {
    return venueCode ? { code: venueCode } : null;
  }

  @Public()
  @FieldResolver(() => StudyRoom, { nullable: true, description: 'The room (部屋).' })
  room(
    @Root() { roomId }: AdviceDay,
    @Ctx() { loaders }: Context,
  ): Promise<StudyRoom | null> | null {
    return roomId ? loaders.of(studyRoomById).load(roomId) : null;
  }

  @Public()
  @Query(() => AdviceDay, { nullable: true, description: 'An advice day by its id (出前相談日).' })
  adviceDay(
    @Arg('id', () => ID, { description: 'Its id (識別子).' }) id: string,
    @Ctx() { loaders }: Context,
  ): Promise<AdviceDay | null> {
    return loaders.of(adviceDayById).load(id);
  }

  @Public()
  @Directive(paged)
  @Query(() => AdviceDayConnection, {
    nullable: true,
    description:
      'Days on which advice desks sit in community centres, earliest first (出前相談日の検索).',
  })
  adviceDays(
    @Args(() => AdviceDaySearchArguments) asked: AdviceDaySearchArguments,
    @Ctx() context: Context,
  ): Promise<Connection<Edge<AdviceDay>>> {
    return adviceDaysAsked('', asked, context);
  }
}

/** Gives a desk the days on which it sits in a community centre. */
@Resolver(() => Desk)
export class DeskAdviceDayResolver {
  @Public()
  @Directive(paged)
  @FieldResolver(() => AdviceDayConnection, {
    nullable: true,
    description: 'Days on which it sits in a community centre, earliest first (出前相談日).',
  })
  adviceDays(
    @Root() { id }: Desk,
    @Args(() => AdviceDayArguments) asked: AdviceDayArguments,
    @Ctx() context: Context,
  ): Promise<Connection<Edge<AdviceDay>>> {
    return adviceDaysAsked(id, asked, context);
  }
}

async function adviceDaysAsked(
  desk: string,
  asked: AdviceDaySearchArguments,
  { loaders, now }: Context,
): Promise<Connection<Edge<AdviceDay>>> {
  const page: AdviceDaysOf = {
    ...pageOf(desk, asked),
    from: asked.in?.from.toISOString() ?? null,
    to: asked.in?.to.toISOString() ?? null,
    now: now.toISOString(),
    facilities: asked.facilityCodes ?? null,
  };
  const found = await loaders.of(adviceDaysOfDesk).load(page);
  return connection(found?.days ?? [], page, (node) => ({ cursor: adviceDayCursor(node), node }));
}

/** What a reference to an advice day means. */
export const adviceDayReference = (
  { id }: { id: string },
  { loaders }: Context,
): Promise<AdviceDay | null> => loaders.of(adviceDayById).load(id);

/** What a reference to a desk means: whichever the register knows. */
export const deskReference = ({ id }: { id: string }): Desk => ({ id });

import 'reflect-metadata';
import { GraphQLDateTime } from 'graphql-scalars';
import {
  Arg,
  Args,
  type ClassType,
  Ctx,
  Directive,
  FieldResolver,
  Resolver,
  Root,
} from 'type-graphql';

import type { LoaderOf } from '../batch.js';
import { Public } from '../column.js';
import type { Context } from '../context.js';
import type { RegularUseColumns } from './regular-use.columns.js';
import { AlternativeArguments, alternativesAsked } from './regular-use.fields.js';
import type { RegularUseLoaders } from './regular-use.loader.js';
import type { Alternative, AlternativesFound, AlternativesOf } from './regular-use.read.js';
import { nextMeeting } from './regular-use.rules.js';
import { slotId } from './slot-id.js';
import type { SlotFields } from './slot.fields.js';

/** A service's own classes and loaders, from which the fields of its regular uses are made. */
export interface RegularUseParts {
  readonly use: ClassType<RegularUseColumns>;
  readonly group: ClassType;
  readonly slot: ClassType<SlotFields>;
  readonly alternative: ClassType<Alternative>;
  readonly slotById: LoaderOf<string, SlotFields | null>;
  readonly others: LoaderOf<AlternativesOf, AlternativesFound | null>;
  /** The Japanese words for other rooms or courts. */
  readonly othersTitle: string;
}

/** The fields of a regular use that are no columns and the same for rooms and courts: who meets, when next, what else is free. */
// A class that is made here, not a long body: its methods are as short as any.
// oxlint-disable-next-line max-lines-per-function
export function regularUseFields(parts: RegularUseParts): ClassType {
  @Resolver(() => parts.use)
  class RegularUseFields {
    @Public()
    @FieldResolver(() => parts.group, { nullable: true, description: 'Who meets (団体).' })
    group(@Root() { groupId }: RegularUseColumns): { id: string } {
      return { id: groupId };
    }

    @Public()
    @FieldResolver(() => parts.slot, {
      nullable: true,
      description:
        'The next usual meeting and what stands there: FREE when nobody has booked it yet, CLOSED when it cannot take place (次の活動).',
    })
    async next(
      @Root() use: RegularUseColumns,
      @Ctx() { loaders, now }: Context,
      @Arg('at', () => GraphQLDateTime, {
        nullable: true,
        description: 'The moment; now when absent (時点).',
      })
      at?: Date | null,
    ): Promise<SlotFields | null> {
      const meeting = nextMeeting(use, at ?? now);
      return meeting && loaders.of(parts.slotById).load(slotId({ ...meeting, roomId: use.roomId }));
    }

    @Public()
    @Directive('@cost(weight: 5)')
    @Directive('@listSize(assumedSize: 5)')
    @FieldResolver(() => [parts.alternative], {
      nullable: true,
      description: `Others that are free at the usual times, those for most meetings first, then the nearest (${parts.othersTitle}).`,
    })
    async alternatives(
      @Root() { id }: RegularUseColumns,
      @Args(() => AlternativeArguments) asked: AlternativeArguments,
      @Ctx() { loaders, now }: Context,
    ): Promise<readonly Alternative[]> {
      const found = await loaders.of(parts.others).load(alternativesAsked(id, asked, now));
      return found?.alternatives ?? [];
    }
  }
  return RegularUseFields;
}

/** The field of a room or court that tells who uses it regularly. */
export function regularUserFields(
  room: ClassType<{ readonly id: string }>,
  use: ClassType<RegularUseColumns>,
  uses: RegularUseLoaders,
): ClassType {
  @Resolver(() => room)
  class RegularUserFields {
    @Public()
    @Directive('@listSize(assumedSize: 10)')
    @FieldResolver(() => [use], {
      nullable: true,
      description:
        'Groups that use it regularly: who would look for another if it closed (定例で使う団体).',
    })
    regularUsers(
      @Root() { id }: { id: string },
      @Ctx() { loaders }: Context,
    ): Promise<RegularUseColumns[]> {
      return loaders.of(uses.ofRoom).load(id);
    }
  }
  return RegularUserFields;
}

import { Public } from '@manabi/kit/column';
import type { Context } from '@manabi/kit/context';
import { regularUseFields, regularUserFields } from '@manabi/kit/slot/regular-use.resolver';
import { Ctx, Directive, FieldResolver, Resolver, Root } from 'type-graphql';

import { CourtSlot } from '../court-slot/court-slot.entity.js';
import { courtSlotById } from '../court-slot/court-slot.loader.js';
import { Court } from '../court/court.entity.js';
import { courtById } from '../court/court.loader.js';
import { Group } from '../group/group.stub.js';
import { CourtAlternative } from '../value/court-alternative.js';
import { RegularCourtUse } from './regular-use.entity.js';
import { courtUses, otherCourts } from './regular-use.loader.js';

/** Answers what is asked of regular uses. */
export const RegularCourtUseFields = regularUseFields({
  use: RegularCourtUse,
  group: Group,
  slot: CourtSlot,
  alternative: CourtAlternative,
  slotById: courtSlotById,
  others: otherCourts,
  othersTitle: '代わりのコート',
});

/** Gives a regular use its court. */
@Resolver(() => RegularCourtUse)
export class RegularCourtUseResolver {
  @Public()
  @FieldResolver(() => Court, { nullable: true, description: 'The court (コート).' })
  court(@Root() { roomId }: RegularCourtUse, @Ctx() { loaders }: Context): Promise<Court | null> {
    return loaders.of(courtById).load(roomId);
  }
}

/** Gives an alternative its court. */
@Resolver(() => CourtAlternative)
export class CourtAlternativeResolver {
  @Public()
  @FieldResolver(() => Court, { nullable: true, description: 'The court (コート).' })
  court(@Root() { roomId }: CourtAlternative, @Ctx() { loaders }: Context): Promise<Court | null> {
    return loaders.of(courtById).load(roomId);
  }
}

/** Gives a group the courts that it uses. */
@Resolver(() => Group)
export class GroupRegularCourtUseResolver {
  @Public()
  @Directive('@listSize(assumedSize: 3)')
  @FieldResolver(() => [RegularCourtUse], {
    nullable: true,
    description: 'Courts that it uses regularly (定例で使うコート).',
  })
  usualCourts(@Root() { id }: Group, @Ctx() { loaders }: Context): Promise<RegularCourtUse[]> {
    return loaders.of(courtUses.ofGroup).load(id);
  }
}

/** Gives a court its regular users. */
export const CourtRegularUsers = regularUserFields(Court, RegularCourtUse, courtUses);

/** What a reference to a group means: whichever the register knows. */
export const groupReference = ({ id }: { id: string }): Group => ({ id });

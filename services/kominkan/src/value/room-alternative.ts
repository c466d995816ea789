import { Public } from '@manabi/kit/column';
import type { Alternative } from '@manabi/kit/slot/regular-use.read';
import type { SlotFields } from '@manabi/kit/slot/slot.fields';
import { Directive, Field, Int, ObjectType } from 'type-graphql';

import { Slot } from '../slot/slot.entity.js';

/** Another room for a regular use. */
@ObjectType({ description: 'Another room for a regular use (代わりの部屋).' })
export class RoomAlternative implements Alternative {
  readonly roomId!: string;

  @Public()
  @Field(() => Int, {
    nullable: true,
    description:
      'Metres from the usual one; null where the place of either is not known (いつもの場所からの距離).',
    simple: true,
  })
  metres!: number | null;

  @Public()
  @Directive('@listSize(assumedSize: 4)')
  @Directive('@semanticNonNull')
  @Field(() => [Slot], {
    nullable: true,
    description: 'Usual meetings at which nobody has it, as the times to hold (空いている回).',
    simple: true,
  })
  slots!: readonly SlotFields[];

  @Public()
  @Directive('@semanticNonNull')
  @Field(() => Int, {
    nullable: true,
    description: 'Usual meetings for which it cannot be had (空いていない回数).',
    simple: true,
  })
  missing!: number;
}

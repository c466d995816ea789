import { Public } from '@manabi/kit/column';
import { AlternativeFields } from '@manabi/kit/slot/alternative.fields';
import type { Alternative } from '@manabi/kit/slot/regular-use.read';
import type { SlotFields } from '@manabi/kit/slot/slot.fields';
import { Directive, Field, ObjectType } from 'type-graphql';

import { Slot } from '../slot/slot.entity.js';

/** Another room for a regular use. */
@ObjectType({ description: 'Another room for a regular use (代わりの部屋).' })
export class RoomAlternative extends AlternativeFields implements Alternative {
  @Public()
  @Directive('@listSize(assumedSize: 4)')
  @Directive('@semanticNonNull')
  @Field(() => [Slot], {
    nullable: true,
    description: 'Usual meetings at which nobody has it, as the times to hold (空いている回).',
    simple: true,
  })
  slots!: readonly SlotFields[];
}

import { Public } from '@manabi/kit/column';
import { AlternativeFields } from '@manabi/kit/slot/alternative.fields';
import type { Alternative } from '@manabi/kit/slot/regular-use.read';
import type { SlotFields } from '@manabi/kit/slot/slot.fields';
import { Directive, Field, ObjectType } from 'type-graphql';

import { CourtSlot } from '../court-slot/court-slot.entity.js';

/** Another court for a regular use. */
@ObjectType({ description: 'Another court for a regular use (代わりのコート).' })
export class CourtAlternative extends AlternativeFields implements Alternative {
  @Public()
  @Directive('@listSize(assumedSize: 4)')
  @Directive('@semanticNonNull')
  @Field(() => [CourtSlot], {
    nullable: true,
    description: 'Usual meetings at which nobody has it, as the times to hold (空いている回).',
    simple: true,
  })
  slots!: readonly SlotFields[];
}

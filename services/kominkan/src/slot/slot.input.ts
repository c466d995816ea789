import { HoldInput } from '@manabi/kit/slot/hold.input';
import { Field, ID, InputType } from 'type-graphql';

/** What must be said to hold a slot. */
@InputType({ description: 'What must be said to hold a slot (仮押さえの内容).' })
export class HoldSlotInput extends HoldInput {}

/** What must be said to give a slot back. */
@InputType({ description: 'What must be said to give a slot back (取消の内容).' })
export class ReleaseSlotInput {
  @Field(() => ID, { description: 'What "holdSlot" answered as "holdId" (仮押さえ番号).' })
  holdId!: string;
}

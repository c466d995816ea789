import { HoldInput } from '@manabi/kit/slot/hold.input';
import { Field, ID, InputType } from 'type-graphql';

/** What must be said to hold a court. */
@InputType({ description: 'What must be said to hold a court (コートの仮押さえの内容).' })
export class HoldCourtSlotInput extends HoldInput {}

/** What must be said to give a court back. */
@InputType({ description: 'What must be said to give a court back (取消の内容).' })
export class ReleaseCourtSlotInput {
  @Field(() => ID, { description: 'What "holdCourtSlot" answered as "holdId" (仮押さえ番号).' })
  holdId!: string;
}

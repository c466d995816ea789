import { HoldColumns } from '@manabi/kit/slot/hold.columns';
import { Entity } from '@mikro-orm/decorators/legacy';

/** What is or was taken of a study room; shown only as a slot. */
@Entity()
export class SlotHold extends HoldColumns {}

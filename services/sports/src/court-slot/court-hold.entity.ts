import { HoldColumns } from '@manabi/kit/slot/hold.columns';
import { Entity } from '@mikro-orm/decorators/legacy';

/** What is or was taken of a court; shown only as a slot. */
@Entity()
export class CourtHold extends HoldColumns {}

import { ChangeFields } from '@manabi/kit/subscription/change.fields';
import { ObjectType } from 'type-graphql';

/** A stretch of a court’s time that was taken or freed. */
@ObjectType({
  description: 'A stretch of a court’s time that was taken or freed (コートの利用枠の変更).',
})
export class CourtSlotChange extends ChangeFields {}

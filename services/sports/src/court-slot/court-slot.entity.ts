import { SlotFields } from '@manabi/kit/slot/slot.fields';
import { Directive, Field, ObjectType } from 'type-graphql';

/** A stretch of a court's time: what is taken, and every band of a day that is not. */
@ObjectType({
  description:
    'A stretch of a court’s time: what is taken, and each part of a day that is not (コートの利用枠).',
})
@Directive('@key(fields: "id")')
export class CourtSlot extends SlotFields {
  @Directive('@requiresScopes(scopes: [["sports.slots"]])')
  @Field(() => String, {
    nullable: true,
    description: 'What it is used for; for departments (利用目的).',
    simple: true,
  })
  override readonly purpose?: string | null;
}

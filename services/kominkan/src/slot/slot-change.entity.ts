import { ChangeFields } from '@manabi/kit/subscription/change.fields';
import { ObjectType } from 'type-graphql';

/** A stretch of a study room’s time that was taken or freed. */
@ObjectType({
  description: 'A stretch of a study room’s time that was taken or freed (学習室の利用枠の変更).',
})
export class SlotChange extends ChangeFields {}

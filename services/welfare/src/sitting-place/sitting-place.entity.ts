import { SittingPlaceColumns } from '@manabi/kit/sitting-place/sitting-place.columns';
import { Entity } from '@mikro-orm/decorators/legacy';
import { Directive, ObjectType } from 'type-graphql';

/** A place in a children's hall where one may simply sit. */
@Entity()
@ObjectType({
  description: "A place in a children's hall where one may simply sit (児童館の中高生コーナー).",
})
@Directive('@key(fields: "id")')
export class ChildrenHallSittingPlace extends SittingPlaceColumns {}

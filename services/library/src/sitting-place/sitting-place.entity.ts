import { SittingPlaceColumns } from '@manabi/kit/sitting-place/sitting-place.columns';
import { Entity } from '@mikro-orm/decorators/legacy';
import { Directive, ObjectType } from 'type-graphql';

/** A place in a library where one may simply sit. */
@Entity()
@ObjectType({
  description: 'A place in a library where one may simply sit (図書館の閲覧・学習席).',
})
@Directive('@key(fields: "id")')
export class LibrarySittingPlace extends SittingPlaceColumns {}

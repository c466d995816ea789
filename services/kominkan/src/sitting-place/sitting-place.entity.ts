import { SittingPlaceColumns } from '@manabi/kit/sitting-place/sitting-place.columns';
import { Entity } from '@mikro-orm/decorators/legacy';
import { Directive, ObjectType } from 'type-graphql';

/** A place in a community centre where one may simply sit. */
@Entity()
@ObjectType({
  description:
    'A place in a community centre where one may simply sit (公民館のロビー・学習コーナー).',
})
@Directive('@key(fields: "id")')
export class KominkanSittingPlace extends SittingPlaceColumns {}

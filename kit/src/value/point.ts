import 'reflect-metadata';
import { Directive, Field, Float, ObjectType } from 'type-graphql';

/** A place on the map, WGS 84. */
@ObjectType({ description: 'A place on the map in WGS 84 (緯度経度、世界測地系).' })
@Directive('@shareable')
export class GeoPoint {
  @Directive('@tag(name: "public")')
  @Field(() => Float, { description: 'Degrees north (緯度).', simple: true })
  latitude!: number;

  @Directive('@tag(name: "public")')
  @Field(() => Float, { description: 'Degrees east (経度).', simple: true })
  longitude!: number;
}

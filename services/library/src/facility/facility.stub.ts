import { GeoPoint } from '@manabi/kit/value/point';
import { LocalText } from '@manabi/kit/value/local-text';
import { Directive, Field, ID, ObjectType } from 'type-graphql';

/** A facility of the city; its register is kept elsewhere, here it gains its library branch. */
@ObjectType({ description: 'A facility of the city (公共施設).' })
@Directive('@key(fields: "code")')
export class Facility {
  @Directive('@tag(name: "public")')
  @Field(() => ID, {
    description: 'Code in the register of facilities (施設コード).',
    simple: true,
  })
  code!: string;

  @Directive('@external')
  @Field(() => LocalText, { nullable: true, description: 'Name (名称).', simple: true })
  name?: Pick<LocalText, 'ja'> | null;

  @Directive('@external')
  @Field(() => GeoPoint, { nullable: true, description: 'Place on the map (位置).', simple: true })
  point?: GeoPoint | null;
}

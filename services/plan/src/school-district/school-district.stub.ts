import { Directive, Field, ID, ObjectType } from 'type-graphql';

/** The district of a primary school; its register is kept elsewhere, here it gains its population. */
@ObjectType({ description: 'The district of a primary school (小学校区).' })
@Directive('@key(fields: "code")')
export class SchoolDistrict {
  @Directive('@tag(name: "public")')
  @Field(() => ID, { description: 'Code of the district (小学校区コード).', simple: true })
  code!: string;
}

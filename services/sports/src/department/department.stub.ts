import { Directive, Field, ID, ObjectType } from 'type-graphql';

/** A department or office; its register is kept elsewhere. */
@ObjectType({ description: 'A department or office of the city (部署).' })
@Directive('@key(fields: "code", resolvable: false)')
export class Department {
  @Directive('@tag(name: "public")')
  @Field(() => ID, { description: 'Its code (部署コード).', simple: true })
  code!: string;
}

import { Directive, Field, ID, ObjectType } from 'type-graphql';

/** A facility of the city; its register is kept elsewhere. */
@ObjectType({ description: 'A facility of the city (公共施設).' })
@Directive('@key(fields: "code", resolvable: false)')
export class Facility {
  @Directive('@tag(name: "public")')
  @Field(() => ID, {
    description: 'Code in the register of facilities (施設コード).',
    simple: true,
  })
  code!: string;
}

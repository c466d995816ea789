import { Directive, Field, ID, ObjectType } from 'type-graphql';

/** A desk that gives advice; its register is kept elsewhere. */
@ObjectType({ description: 'A desk that gives advice (相談窓口).' })
@Directive('@key(fields: "id", resolvable: false)')
export class Desk {
  @Directive('@tag(name: "public")')
  @Field(() => ID, { description: 'Opaque and stable (識別子).', simple: true })
  id!: string;
}

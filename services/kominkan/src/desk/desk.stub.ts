import { Directive, Field, ID, ObjectType } from 'type-graphql';

/** A desk that gives advice; its register is kept elsewhere, here it gains the days on which it sits in a centre. */
@ObjectType({ description: 'A desk that gives advice (相談窓口).' })
@Directive('@key(fields: "id")')
export class Desk {
  @Directive('@tag(name: "public")')
  @Field(() => ID, { description: 'Opaque and stable (識別子).', simple: true })
  id!: string;
}

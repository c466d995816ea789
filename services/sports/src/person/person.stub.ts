import { Directive, Field, ID, ObjectType } from 'type-graphql';

/** A person of the talent bank; the register is kept elsewhere, here it gains what was coached. */
@ObjectType({ description: 'A person of the talent bank (人材バンク登録者).' })
@Directive('@key(fields: "id")')
export class Person {
  @Directive('@tag(name: "public")')
  @Field(() => ID, { description: 'Opaque and stable (識別子).', simple: true })
  id!: string;
}

import { Directive, Field, ID, ObjectType } from 'type-graphql';

/** A circle or group; the register is kept elsewhere, here it gains the courts that it uses and its clubs. */
@ObjectType({ description: 'A circle or group of learners (サークル・団体).' })
@Directive('@key(fields: "id")')
export class Group {
  @Directive('@tag(name: "public")')
  @Field(() => ID, { description: 'Opaque and stable (識別子).', simple: true })
  id!: string;
}

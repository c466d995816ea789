import { Directive, Field, ID, ObjectType } from 'type-graphql';

/** A person of the talent bank; the register is kept elsewhere, here instructors gain what learners say of them. */
@ObjectType({ description: 'A person of the talent bank (人材バンクの登録者).' })
@Directive('@key(fields: "id")')
export class Person {
  @Directive('@tag(name: "public")')
  @Field(() => ID, { description: 'Opaque and stable (識別子).', simple: true })
  id!: string;
}

/** What a reference to a person means: the person, to whom what learners say is added. */
export const personReference = ({ id }: { id: string }): Person => ({ id });

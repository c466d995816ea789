import { Directive, Field, ID, ObjectType } from 'type-graphql';

/** Anything that a department offers to learners; kept elsewhere, here it gains the measures it carries out. */
@ObjectType({ description: 'Anything offered to learners, whoever offers it (学習機会).' })
@Directive('@interfaceObject')
@Directive('@key(fields: "id")')
export class LearningOpportunity {
  @Directive('@tag(name: "public")')
  @Field(() => ID, { description: 'Opaque and stable (識別子).', simple: true })
  id!: string;
}

import { Directive, Field, ID, ObjectType } from 'type-graphql';

/** A cultural property; its register is kept elsewhere, here it gains what the library has of it. */
@ObjectType({ description: 'A cultural property (文化財).' })
@Directive('@key(fields: "code")')
export class CulturalProperty {
  @Directive('@tag(name: "public")')
  @Field(() => ID, {
    description: 'Code in the register of cultural properties (文化財コード).',
    simple: true,
  })
  code!: string;
}

import 'reflect-metadata';
import { Directive, Field, Int, ObjectType } from 'type-graphql';

/** How many there are, as far as it was counted. */
@ObjectType({ description: 'How many there are, as far as it was counted (件数).' })
@Directive('@shareable')
export class Count {
  @Directive('@tag(name: "public")')
  @Field(() => Int, {
    nullable: true,
    description: 'The number, or the least it can be (件数または下限).',
    simple: true,
  })
  value!: number;

  @Directive('@tag(name: "public")')
  @Field(() => Boolean, {
    nullable: true,
    description: 'False when counting stopped there: read it as "value or more" (正確な件数か).',
    simple: true,
  })
  isExact!: boolean;
}

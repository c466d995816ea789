import 'reflect-metadata';
import { Directive, Field, Int, ObjectType } from 'type-graphql';

/** Ages in completed months, both ends included; an open end is null. */
@ObjectType({
  description:
    'Ages in completed months, both ends included; an open end is null (対象年齢、月齢).',
})
@Directive('@shareable')
export class AgeRange {
  @Directive('@tag(name: "public")')
  @Field(() => Int, {
    nullable: true,
    description: 'Youngest, in months (最小月齢).',
    simple: true,
  })
  minMonths?: number | null;

  @Directive('@tag(name: "public")')
  @Field(() => Int, { nullable: true, description: 'Oldest, in months (最大月齢).', simple: true })
  maxMonths?: number | null;
}

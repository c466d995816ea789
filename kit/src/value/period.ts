import 'reflect-metadata';
import { GraphQLDateTime } from 'graphql-scalars';
import { Directive, Field, ObjectType } from 'type-graphql';

/** A stretch of time; an open end is null. */
@ObjectType({ description: 'A stretch of time; an open end is null (期間).' })
@Directive('@shareable')
export class Period {
  @Directive('@tag(name: "public")')
  @Field(() => GraphQLDateTime, {
    nullable: true,
    description: 'First moment (開始日時).',
    simple: true,
  })
  opensAt?: Date | null;

  @Directive('@tag(name: "public")')
  @Field(() => GraphQLDateTime, {
    nullable: true,
    description: 'Last moment (終了日時).',
    simple: true,
  })
  closesAt?: Date | null;
}

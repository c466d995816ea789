import 'reflect-metadata';
import { GraphQLDateTime } from 'graphql-scalars';
import { Directive, Field, ObjectType } from 'type-graphql';

/** One time that something takes place. */
@ObjectType({ description: 'One time that something takes place (開催回).' })
@Directive('@shareable')
export class Occurrence {
  @Directive('@tag(name: "public")')
  @Field(() => GraphQLDateTime, {
    description: 'Start; midnight in Japan when only the day is known (開始日時).',
    simple: true,
  })
  startsAt!: Date;

  @Directive('@tag(name: "public")')
  @Field(() => GraphQLDateTime, { nullable: true, description: 'End (終了日時).', simple: true })
  endsAt?: Date | null;

  @Directive('@tag(name: "public")')
  @Field(() => Boolean, {
    description: 'True when only the day is known, not the hour (時刻未定).',
    simple: true,
  })
  allDay!: boolean;
}

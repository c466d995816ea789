import { GraphQLDateTime } from 'graphql-scalars';
import { Directive, Field, ID, ObjectType } from 'type-graphql';

/** One meeting of a course; kept elsewhere. */
@ObjectType({ description: 'One meeting of a course (講座の各回).' })
@Directive('@key(fields: "id", resolvable: false)')
export class Session {
  @Directive('@tag(name: "public")')
  @Field(() => ID, { description: 'Opaque and stable (識別子).', simple: true })
  id!: string;

  @Directive('@external')
  @Field(() => GraphQLDateTime, { nullable: true, description: 'Start (開始日時).', simple: true })
  startsAt?: string | null;

  @Directive('@external')
  @Field(() => Boolean, {
    nullable: true,
    description: 'True when only the day is known (時刻未定).',
    simple: true,
  })
  allDay?: boolean | null;

  @Directive('@external')
  @Field(() => GraphQLDateTime, {
    nullable: true,
    description: 'When it was cancelled (中止日時).',
    simple: true,
  })
  cancelledAt?: string | null;
}

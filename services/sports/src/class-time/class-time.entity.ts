import { Public } from '@manabi/kit/column';
import { GraphQLDateTime } from 'graphql-scalars';
import { Directive, Field, Int, ObjectType } from 'type-graphql';

/** One time of a class, also one that was called off. */
@ObjectType({ description: 'One time of a class, also one that was called off (教室の一回).' })
export class ClassTime {
  @Public()
  @Directive('@semanticNonNull')
  @Field(() => Int, {
    nullable: true,
    description: 'Which it is; it stays when others are called off or moved (回).',
    simple: true,
  })
  number!: number;

  @Public()
  @Directive('@semanticNonNull')
  @Field(() => GraphQLDateTime, {
    nullable: true,
    description: 'Start; midnight in Japan when only the day is known (開始日時).',
    simple: true,
  })
  startsAt!: Date;

  @Public()
  @Field(() => GraphQLDateTime, { nullable: true, description: 'End (終了日時).', simple: true })
  endsAt!: Date | null;

  @Public()
  @Field(() => Boolean, {
    nullable: true,
    description: 'True when only the day is known (時刻未定).',
    simple: true,
  })
  allDay!: boolean;

  @Public()
  @Field(() => GraphQLDateTime, {
    nullable: true,
    description: 'When it was called off (中止日時).',
    simple: true,
  })
  cancelledAt!: Date | null;

  @Public()
  @Field(() => String, {
    nullable: true,
    description: 'What people should know of its cancellation or change (お知らせ).',
    simple: true,
  })
  notice!: string | null;

  @Public()
  @Field(() => GraphQLDateTime, {
    nullable: true,
    description: 'When it was to start before it was moved (変更前の開始日時).',
    simple: true,
  })
  formerStartsAt!: Date | null;
}

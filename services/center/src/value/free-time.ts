import { Public } from '@manabi/kit/column';
import { GraphQLLocalDate } from 'graphql-scalars';
import { Field, Int, ObjectType } from 'type-graphql';

/** A stretch of a weekday in which a person has time. */
@ObjectType({ description: 'A stretch of a weekday in which a person has time (活動できる時間).' })
export class FreeTime {
  @Public()
  @Field(() => Int, {
    nullable: true,
    description: 'Day of the week, 1 Monday to 7 Sunday (曜日).',
    simple: true,
  })
  weekday!: number;

  @Public()
  @Field(() => String, {
    nullable: true,
    description: 'From when, in Japan, HH:MM (開始時刻).',
    simple: true,
  })
  startsAt!: string;

  @Public()
  @Field(() => String, {
    nullable: true,
    description: 'Until when, in Japan, HH:MM (終了時刻).',
    simple: true,
  })
  endsAt!: string;
}

/** Days on which a person takes nothing on, both included. */
@ObjectType({
  description: 'Days on which a person takes nothing on, both included (受けられない期間).',
})
export class UnavailableDays {
  @Public()
  @Field(() => GraphQLLocalDate, {
    nullable: true,
    description: 'First day (開始日).',
    simple: true,
  })
  from!: string;

  @Public()
  @Field(() => GraphQLLocalDate, {
    nullable: true,
    description: 'Last day (終了日).',
    simple: true,
  })
  to!: string;
}

import { Public } from '@manabi/kit/column';
import { GraphQLLocalTime } from 'graphql-scalars';
import { Field, Int, ObjectType } from 'type-graphql';

/** When a branch is open on one weekday. */
@ObjectType({ description: 'When a library branch is open on one weekday (開館時間).' })
export class BranchHours {
  @Public()
  @Field(() => Int, {
    nullable: true,
    description: 'Weekday, 1 is Monday and 7 is Sunday (曜日).',
    simple: true,
  })
  weekday!: number;

  @Public()
  @Field(() => GraphQLLocalTime, {
    nullable: true,
    description: 'Opens at, in Japan (開館時刻).',
    simple: true,
  })
  opensAt!: string;

  @Public()
  @Field(() => GraphQLLocalTime, {
    nullable: true,
    description: 'Closes at, in Japan (閉館時刻).',
    simple: true,
  })
  closesAt!: string;
}

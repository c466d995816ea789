import { Public } from '@manabi/kit/column';
import { Field, Int, ObjectType } from 'type-graphql';

/** Hours of one weekday; a weekday may have several. */
@ObjectType({ description: 'Hours of one weekday (曜日別の開館時間).' })
export class WeeklyHours {
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
    description: 'Opening time in Japan, HH:MM (開館時刻).',
    simple: true,
  })
  opensAt!: string;

  @Public()
  @Field(() => String, {
    nullable: true,
    description: 'Closing time in Japan, HH:MM; 24:00 and later lie in the next day (閉館時刻).',
    simple: true,
  })
  closesAt!: string;
}

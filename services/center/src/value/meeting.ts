import { Public } from '@manabi/kit/column';
import { Directive, Field, ID, Int, ObjectType } from 'type-graphql';

/** When and where a group usually meets. */
@ObjectType({ description: 'When and where a group usually meets (定例の活動).' })
export class Meeting {
  @Public()
  @Field(() => ID, {
    nullable: true,
    description: 'The room, as its lender knows it (部屋の識別子).',
    simple: true,
  })
  roomId?: string | null;

  @Public()
  @Field(() => Int, {
    nullable: true,
    description: 'Day of the week, 1 Monday to 7 Sunday (曜日).',
    simple: true,
  })
  weekday?: number | null;

  @Public()
  @Field(() => String, {
    nullable: true,
    description: 'Start in Japan, HH:MM (開始時刻).',
    simple: true,
  })
  startsAt?: string | null;

  @Public()
  @Field(() => String, {
    nullable: true,
    description: 'End in Japan, HH:MM (終了時刻).',
    simple: true,
  })
  endsAt?: string | null;

  @Public()
  @Directive('@listSize(assumedSize: 5)')
  @Field(() => [Int], {
    nullable: true,
    description: 'Which such weekdays of a month, from 1 (第何週).',
    simple: true,
  })
  weeks?: number[] | null;
}

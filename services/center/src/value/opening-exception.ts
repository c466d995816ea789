import { Public } from '@manabi/kit/column';
import { GraphQLLocalDate } from 'graphql-scalars';
import { Field, ObjectType } from 'type-graphql';

/** A day on which other hours hold, or none. */
@ObjectType({ description: 'A day on which other hours hold, or none (臨時の受付時間・休業).' })
export class OpeningException {
  @Public()
  @Field(() => GraphQLLocalDate, { nullable: true, description: 'The day (日付).', simple: true })
  on!: string;

  @Public()
  @Field(() => String, {
    nullable: true,
    description: 'Opening time in Japan, HH:MM; absent when closed all day (開始時刻).',
    simple: true,
  })
  opensAt?: string | null;

  @Public()
  @Field(() => String, {
    nullable: true,
    description: 'Closing time in Japan, HH:MM; absent when closed all day (終了時刻).',
    simple: true,
  })
  closesAt?: string | null;

  @Public()
  @Field(() => String, { nullable: true, description: 'Why (理由).', simple: true })
  note?: string | null;
}

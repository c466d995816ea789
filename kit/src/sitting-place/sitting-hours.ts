import 'reflect-metadata';
import { Directive, Field, Int, ObjectType } from 'type-graphql';

/** When one may sit somewhere on one weekday; a weekday may have several. */
@ObjectType({ description: 'When one may sit there on one weekday (曜日別の利用時間).' })
@Directive('@shareable')
export class SittingHours {
  @Directive('@tag(name: "public")')
  @Field(() => Int, {
    nullable: true,
    description: 'Day of the week, 1 Monday to 7 Sunday (曜日).',
    simple: true,
  })
  weekday!: number;

  @Directive('@tag(name: "public")')
  @Field(() => String, {
    nullable: true,
    description: 'From when, in Japan, HH:MM (開始時刻).',
    simple: true,
  })
  opensAt!: string;

  @Directive('@tag(name: "public")')
  @Field(() => String, {
    nullable: true,
    description: 'Until when, in Japan, HH:MM (終了時刻).',
    simple: true,
  })
  closesAt!: string;
}

import { Field, ID, InputType } from 'type-graphql';

import { CalendarEvent } from './calendar-event.entity.js';
import { LifeStage } from './life-stage.rules.js';

/** Which part of the calendar is wanted; what is left out does not restrict. */
@InputType({
  description:
    'Which part of the calendar is wanted; what is left out does not restrict (絞り込み).',
})
export class CalendarFilter {
  @Field(() => [ID], { nullable: true, description: 'Codes of departments (部署).' })
  departments?: string[] | null;

  @Field(() => [ID], { nullable: true, description: 'Town blocks of the venue (町字ID).' })
  areaCodes?: string[] | null;

  @Field(() => [LifeStage], { nullable: true, description: 'For whom (ライフステージ).' })
  lifeStages?: LifeStage[] | null;

  @Field(() => [CalendarEvent], { nullable: true, description: 'What happens (出来事).' })
  events?: CalendarEvent[] | null;
}

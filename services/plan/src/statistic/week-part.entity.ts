import { Count } from '@manabi/kit/value/count';
import { Audience } from '@manabi/kit/vocabulary/audience';
import { Field, ObjectType, registerEnumType } from 'type-graphql';

/** A part of the week. */
export enum WeekPart {
  WEEKDAY_MORNING = 'WEEKDAY_MORNING',
  WEEKDAY_AFTERNOON = 'WEEKDAY_AFTERNOON',
  WEEKDAY_EVENING = 'WEEKDAY_EVENING',
  WEEKEND_MORNING = 'WEEKEND_MORNING',
  WEEKEND_AFTERNOON = 'WEEKEND_AFTERNOON',
  WEEKEND_EVENING = 'WEEKEND_EVENING',
}

registerEnumType(WeekPart, {
  name: 'WeekPart',
  description: 'A part of the week, by when something begins in Japan (曜日・時間帯).',
  valuesConfig: {
    WEEKDAY_MORNING: { description: 'Monday to Friday before noon (平日午前).' },
    WEEKDAY_AFTERNOON: { description: 'Monday to Friday from noon to six (平日午後).' },
    WEEKDAY_EVENING: { description: 'Monday to Friday from six on (平日夜間).' },
    WEEKEND_MORNING: { description: 'Saturday and Sunday before noon (土日午前).' },
    WEEKEND_AFTERNOON: { description: 'Saturday and Sunday from noon to six (土日午後).' },
    WEEKEND_EVENING: { description: 'Saturday and Sunday from six on (土日夜間).' },
  },
});

/** How much is offered to an audience in a time band. */
@ObjectType({
  description:
    'How much is offered to an audience in a time band; what is for anyone counts for everybody (対象・時間帯別の件数).',
})
export class WeekPartSupply {
  @Field(() => Audience, { nullable: true, description: 'For whom (対象者).', simple: true })
  audience!: Audience;

  @Field(() => WeekPart, { nullable: true, description: 'When (時間帯).', simple: true })
  band!: WeekPart;

  @Field(() => Count, { nullable: true, description: 'Opportunities (件数).', simple: true })
  opportunities!: Count;
}

import { ArgsType, Field, ID, InputType, Int } from 'type-graphql';

import { NeededTime } from '../person/person.input.js';

/** Which units are wanted; what is left out does not restrict. */
@InputType({
  description: 'Which units are wanted; what is left out does not restrict (単元の絞り込み).',
})
export class SchoolUnitFilter {
  @Field(() => Int, { nullable: true, description: 'School grade, 1 to 9 (学年).' })
  grade?: number | null;

  @Field(() => String, { nullable: true, description: 'Subject of the timetable (教科).' })
  schoolSubject?: string | null;

  @Field(() => Int, { nullable: true, description: 'Usually taught in this month, 1 to 12 (月).' })
  month?: number | null;
}

/** When and where a guest teacher is wanted. */
@ArgsType()
export class GuestArguments {
  @Field(() => NeededTime, {
    nullable: true,
    description: 'The lesson for which somebody is wanted (授業の日時).',
  })
  time?: NeededTime | null;

  @Field(() => ID, {
    nullable: true,
    description: 'School district of the school (小学校区).',
  })
  districtCode?: string | null;
}

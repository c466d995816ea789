import { GraphQLDateTime } from 'graphql-scalars';
import { Field, ID, InputType, Int } from 'type-graphql';

import { SubjectKeyInput } from '../subject/subject.input.js';
import { PersonRole } from '../value/person-role.js';

/** A stretch of one day in which somebody is needed. */
@InputType({ description: 'A stretch of one day in Japan in which somebody is needed (日時).' })
export class NeededTime {
  @Field(() => GraphQLDateTime, { description: 'From when (開始日時).' }) startsAt!: Date;
  @Field(() => GraphQLDateTime, {
    description: 'Until when, on the same day (終了日時).',
  })
  endsAt!: Date;
}

/** Which people are wanted; what is left out does not restrict. */
@InputType({
  description: 'Which people are wanted; what is left out does not restrict (人材の絞り込み).',
})
export class PersonFilter {
  @Field(() => SubjectKeyInput, {
    nullable: true,
    description: 'What they know; an NDC class finds every class under it (分野).',
  })
  subject?: SubjectKeyInput | null;

  @Field(() => PersonRole, { nullable: true, description: 'What they do (活動の種類).' })
  role?: PersonRole | null;

  @Field(() => ID, { nullable: true, description: 'Code of their town block (町字ID).' })
  areaCode?: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'A licence or certificate, exactly as registered (資格).',
  })
  qualification?: string | null;

  @Field(() => Int, {
    nullable: true,
    description:
      'Teaches or helps those of this age in years; who states no age is found too (対象年齢).',
  })
  age?: number | null;

  @Field(() => ID, {
    nullable: true,
    description:
      'Works in this school district; who names none works in all of the city (小学校区).',
  })
  districtCode?: string | null;

  @Field(() => NeededTime, {
    nullable: true,
    description:
      'Has time then: said so, takes engagements on that day, and is promised to nothing else (活動できる日時).',
  })
  freeIn?: NeededTime | null;

  @Field(() => Int, {
    nullable: true,
    description: 'Led something for exactly so many departments (担当した部署の数).',
  })
  departmentCount?: number | null;

  @Field(() => GraphQLDateTime, {
    nullable: true,
    description: 'Not confirmed since this moment, or never (未確認の登録).',
  })
  unconfirmedSince?: Date | null;
}

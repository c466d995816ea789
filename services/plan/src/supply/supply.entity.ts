import { Count } from '@manabi/kit/value/count';
import { GuardedCount } from '@manabi/kit/value/guarded-count';
import { Field, Float, Int, ObjectType } from 'type-graphql';

/** What one category of the survey offers the people of an age in a school district. */
@ObjectType({
  description:
    'What one category offers the people of an age in a school district (小学校区・年齢・区分別の供給).',
})
export class DistrictSupply {
  @Field(() => String, {
    nullable: true,
    description: 'Code of the category in its classification (区分のコード).',
    simple: true,
  })
  code!: string;

  @Field(() => Count, {
    nullable: true,
    description: 'Opportunities for them that take place in the district (件数).',
    simple: true,
  })
  opportunities!: Count;

  @Field(() => Int, {
    nullable: true,
    description: 'Places of these; null where nobody told any (定員の合計).',
    simple: true,
  })
  seats!: number | null;

  @Field(() => Float, {
    nullable: true,
    description:
      'Opportunities per 1,000 of these people; null where they are held back or nobody counted (千人当たり件数).',
    simple: true,
  })
  perThousand!: number | null;

  @Field(() => Float, {
    nullable: true,
    description: 'Places per 1,000 of these people; null likewise (千人当たり定員).',
    simple: true,
  })
  seatsPerThousand!: number | null;
}

/** What is offered to the people of an age in a school district. */
@ObjectType({
  description: 'What is offered to the people of an age in a school district (学習機会の供給).',
})
export class SupplyOfDistrict {
  @Field(() => String, { nullable: true, description: 'The age band (年齢階級).', simple: true })
  ageBand!: string;

  @Field(() => GuardedCount, {
    nullable: true,
    description: 'How many of that age live there (対象人口).',
    simple: true,
  })
  population!: GuardedCount;

  @Field(() => Count, {
    nullable: true,
    description:
      'Opportunities of the district of which nobody said for whom they are; they stand in no category (対象不明の件数).',
    simple: true,
  })
  unknownAudience!: Count;

  @Field(() => [DistrictSupply], {
    nullable: true,
    description: 'By category; one that offers nothing is absent (区分別).',
    simple: true,
  })
  categories!: DistrictSupply[];
}

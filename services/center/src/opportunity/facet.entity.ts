import { Public } from '@manabi/kit/column';
import { LocalText } from '@manabi/kit/value/local-text';
import { Directive, Field, ID, Int, ObjectType, registerEnumType } from 'type-graphql';

/** By what a search can be narrowed, in the order of the Ministry of Education's survey. */
export enum FacetField {
  CATEGORY = 'CATEGORY',
  AUDIENCE = 'AUDIENCE',
  DEPARTMENT = 'DEPARTMENT',
  MONTH = 'MONTH',
  WEEKDAY = 'WEEKDAY',
  TIME_BAND = 'TIME_BAND',
  AREA = 'AREA',
  SCHOOL_DISTRICT = 'SCHOOL_DISTRICT',
  FEE = 'FEE',
  APPLICATION = 'APPLICATION',
}

registerEnumType(FacetField, {
  name: 'FacetField',
  description:
    'By what a search can be narrowed, in the order of the Ministry of Education (絞り込み項目).',
  valuesConfig: {
    CATEGORY: { description: 'The nine classes: filter "categories" (分類).' },
    AUDIENCE: { description: 'For whom: filter "audience" (対象者).' },
    DEPARTMENT: { description: 'Who holds it: filter "departments" (主催).' },
    MONTH: { description: 'Month of the first start, YYYY-MM: filter "period" (期間).' },
    WEEKDAY: { description: 'Day of the week: filter "weekdays" (曜日).' },
    TIME_BAND: { description: 'Part of the day: filter "timeBands" (時間帯).' },
    AREA: { description: 'Town block of the venue: filter "areaCodes" (地域).' },
    SCHOOL_DISTRICT: {
      description: 'School district of the venue: filter "schoolDistrictCodes" (小学校区).',
    },
    FEE: { description: 'Free or paid: filter "feeKinds" (有料・無料).' },
    APPLICATION: { description: 'Whether one can apply: filter "applicationStates" (受付状況).' },
  },
});

/** One value by which a search can be narrowed, and how much would be left. */
@ObjectType({
  description: 'One value by which a search can be narrowed, and how much it has (絞り込み値).',
})
export class FacetValue {
  @Public()
  @Field(() => ID, {
    nullable: true,
    description: 'The value: give it to the filter (コード).',
    simple: true,
  })
  code!: string;
  @Public()
  @Field(() => LocalText, {
    nullable: true,
    description: 'What residents read (表示名).',
    simple: true,
  })
  label?: LocalText | null;
  @Public()
  @Field(() => Int, {
    nullable: true,
    description: "How many opportunities have it, this facet's own filter left out (件数).",
    simple: true,
  })
  count!: number;
}

/** One way to narrow a search. */
@ObjectType({ description: 'One way to narrow a search (絞り込み).' })
export class Facet {
  @Public()
  @Field(() => FacetField, { nullable: true, description: 'By what (項目).', simple: true })
  field!: FacetField;
  @Public()
  @Field(() => LocalText, {
    nullable: true,
    description: 'What residents read (表示名).',
    simple: true,
  })
  label!: LocalText;
  @Public()
  @Field(() => Boolean, {
    nullable: true,
    description:
      'False when there was too much to count: read each count as "that or more" (正確な件数か).',
    simple: true,
  })
  isExact!: boolean;
  @Public()
  @Directive('@listSize(assumedSize: 12)')
  @Field(() => [FacetValue], {
    nullable: true,
    description: 'Its values; those that nothing has are left out (値).',
    simple: true,
  })
  values!: FacetValue[];
}

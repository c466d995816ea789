import { Field, ID, InputType, Int } from 'type-graphql';

import { StatisticDimensionCode, StatisticMeasureCode } from './statistic-codes.js';

/** Keeps some values of one dimension. */
@InputType({ description: 'Keeps some values of one dimension (絞り込み).' })
export class StatisticFilter {
  @Field(() => StatisticDimensionCode, { description: 'Which dimension (分類軸).' })
  dimension!: StatisticDimensionCode;

  @Field(() => [String], {
    description: 'Codes of the values that count, any of them; 50 at most (値のコード).',
  })
  values!: string[];
}

/** What a table is to show. */
@InputType({ description: 'What a table is to show (集計の問い).' })
export class StatisticQuestion {
  @Field(() => [StatisticMeasureCode], { description: 'What is counted, one to four (集計項目).' })
  measures!: StatisticMeasureCode[];

  @Field(() => [StatisticDimensionCode], {
    description: 'By what the table is divided, none to three (分類軸).',
  })
  dimensions!: StatisticDimensionCode[];

  @Field(() => [StatisticFilter], {
    nullable: true,
    description: 'What counts; all of them hold (絞り込み).',
  })
  filters?: StatisticFilter[] | null;

  @Field(() => String, { nullable: true, description: 'First month, e.g. 2026-04 (開始月).' })
  fromMonth?: string | null;

  @Field(() => String, { nullable: true, description: 'Last month, e.g. 2027-03 (終了月).' })
  toMonth?: string | null;

  @Field(() => String, {
    nullable: true,
    description:
      'An age band such as 65+: numbers become numbers per 1,000 people of that age in the district of the line, or in the city (人口千人当たり).',
  })
  perThousandOf?: string | null;

  @Field(() => ID, {
    nullable: true,
    description: "The sealed snapshot that is asked; today's when absent (スナップショット).",
  })
  snapshot?: string | null;

  @Field(() => Int, {
    nullable: true,
    description:
      'Hold back numbers of people below this; it can only be stricter than the city is (秘匿の閾値).',
  })
  smallestCell?: number | null;

  @Field(() => Boolean, {
    defaultValue: false,
    description: 'Let samples count; such a table is never official (見本を含む).',
  })
  countSamples!: boolean;
}

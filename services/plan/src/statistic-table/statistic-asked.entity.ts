import { Public } from '@manabi/kit/column';
import { LocalText } from '@manabi/kit/value/local-text';
import { Directive, Field, Int, ObjectType } from 'type-graphql';

import { StatisticDimensionCode, StatisticMeasureCode } from './statistic-codes.js';

/** A filter of a question. */
@ObjectType({ description: 'A filter of a question (絞り込み).' })
export class StatisticAskedFilter {
  @Public()
  @Field(() => StatisticDimensionCode, {
    nullable: true,
    description: 'Which dimension (分類軸).',
    simple: true,
  })
  dimension!: StatisticDimensionCode;

  @Public()
  @Directive('@listSize(assumedSize: 5)')
  @Field(() => [String], { nullable: true, description: 'Codes of its values (値).', simple: true })
  values!: readonly string[];
}

/** The question that a table answers, in the one way to write it. */
@ObjectType({ description: 'The question that a table answers, as it was understood (問い).' })
export class StatisticAsked {
  @Public()
  @Directive('@listSize(assumedSize: 4)')
  @Field(() => [StatisticMeasureCode], {
    nullable: true,
    description: 'What is counted (集計項目).',
    simple: true,
  })
  measures!: readonly StatisticMeasureCode[];

  @Public()
  @Directive('@listSize(assumedSize: 3)')
  @Field(() => [StatisticDimensionCode], {
    nullable: true,
    description: 'By what it is divided (分類軸).',
    simple: true,
  })
  dimensions!: readonly StatisticDimensionCode[];

  @Public()
  @Directive('@listSize(assumedSize: 3)')
  @Field(() => [StatisticAskedFilter], {
    nullable: true,
    description: 'What counts (絞り込み).',
    simple: true,
  })
  filters!: readonly StatisticAskedFilter[];

  @Public()
  @Field(() => String, { nullable: true, description: 'First month (開始月).', simple: true })
  fromMonth!: string | null;

  @Public()
  @Field(() => String, { nullable: true, description: 'Last month (終了月).', simple: true })
  toMonth!: string | null;

  @Public()
  @Field(() => String, {
    nullable: true,
    description: 'Per 1,000 people of this age (人口千人当たり).',
    simple: true,
  })
  perThousandOf!: string | null;

  @Public()
  @Field(() => Int, {
    nullable: true,
    description: 'The stricter smallest cell that was asked for (秘匿の閾値).',
    simple: true,
  })
  smallestCell!: number | null;

  @Public()
  @Field(() => Boolean, {
    nullable: true,
    description: 'Whether samples count (見本を含む).',
    simple: true,
  })
  countSamples!: boolean;

  @Public()
  @Field(() => LocalText, {
    nullable: true,
    description: 'The question as a sentence (問いの文).',
    simple: true,
  })
  text!: LocalText;
}

import { Public } from '@manabi/kit/column';
import { LocalText } from '@manabi/kit/value/local-text';
import { Directive, Field, ObjectType } from 'type-graphql';

import { StatisticDimensionCode, StatisticMeasureCode } from './statistic-codes.js';
import { StatisticAxisValue } from './statistic-table.entity.js';

/** What one measure means. */
@ObjectType({ description: 'What one measure means (集計項目の定義).' })
export class StatisticMeasure {
  @Public()
  @Field(() => StatisticMeasureCode, { nullable: true, description: 'Its code.', simple: true })
  code!: StatisticMeasureCode;

  @Public()
  @Field(() => LocalText, {
    nullable: true,
    description: 'What it is called (名称).',
    simple: true,
  })
  label!: LocalText;

  @Public()
  @Field(() => LocalText, { nullable: true, description: 'What it means (定義).', simple: true })
  definition!: LocalText;

  @Public()
  @Field(() => LocalText, {
    nullable: true,
    description: 'In what it is told (単位).',
    simple: true,
  })
  unit!: LocalText;

  @Public()
  @Field(() => LocalText, {
    nullable: true,
    description: 'What is counted (数える対象).',
    simple: true,
  })
  counted!: LocalText;

  @Public()
  @Field(() => LocalText, {
    nullable: true,
    description: 'Which date puts it into a month (期間の基準日).',
    simple: true,
  })
  dateBasis!: LocalText;

  @Public()
  @Field(() => LocalText, { nullable: true, description: 'Who tells it (出典).', simple: true })
  source!: LocalText;

  @Public()
  @Field(() => Boolean, {
    nullable: true,
    description: 'True where people are counted, and few of them held back (人数か).',
    simple: true,
  })
  countsPeople!: boolean;

  @Public()
  @Directive('@listSize(assumedSize: 10)')
  @Field(() => [StatisticDimensionCode], {
    nullable: true,
    description: 'By what it can be divided (使える分類軸).',
    simple: true,
  })
  dimensions!: readonly StatisticDimensionCode[];
}

/** One dimension and its values. */
@ObjectType({ description: 'One dimension and its values (分類軸の定義).' })
export class StatisticDimension {
  @Public()
  @Field(() => StatisticDimensionCode, { nullable: true, description: 'Its code.', simple: true })
  code!: StatisticDimensionCode;

  @Public()
  @Field(() => LocalText, {
    nullable: true,
    description: 'What it is called (名称).',
    simple: true,
  })
  label!: LocalText;

  @Public()
  @Directive('@listSize(assumedSize: 20)')
  @Field(() => [StatisticAxisValue], {
    nullable: true,
    description:
      'Its values, in their order; months and fiscal years as far as anything counts (値).',
    simple: true,
  })
  values!: readonly StatisticAxisValue[];
}

/** Everything that can be asked. */
@ObjectType({ description: 'Everything that can be asked, and what it means (統計の定義).' })
export class StatisticDefinitions {
  @Public()
  @Field(() => String, { nullable: true, description: 'Version (版).', simple: true })
  version!: string;

  @Public()
  @Directive('@listSize(assumedSize: 8)')
  @Field(() => [StatisticMeasure], {
    nullable: true,
    description: 'What can be counted (集計項目).',
    simple: true,
  })
  measures!: readonly StatisticMeasure[];

  @Public()
  @Directive('@listSize(assumedSize: 10)')
  @Field(() => [StatisticDimension], {
    nullable: true,
    description: 'By what it can be divided (分類軸).',
    simple: true,
  })
  dimensions!: readonly StatisticDimension[];
}

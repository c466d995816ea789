import { Public } from '@manabi/kit/column';
import { LocalText } from '@manabi/kit/value/local-text';
import { GraphQLDateTime } from 'graphql-scalars';
import { Directive, Field, Float, ID, Int, ObjectType } from 'type-graphql';

import { Department } from '../department/department.stub.js';
import { StatisticAsked } from './statistic-asked.entity.js';
import { StatisticSnapshot } from './statistic-snapshot.entity.js';
import { StatisticRefusal } from './statistic-refusal.entity.js';
import {
  StatisticCellState,
  StatisticDimensionCode,
  StatisticMeasureCode,
} from './statistic-codes.js';

/** One value by which a table is divided. */
@ObjectType({ description: 'One value by which a table is divided (分類軸の値).' })
export class StatisticAxisValue {
  @Public()
  @Field(() => String, { nullable: true, description: 'Its code (コード).', simple: true })
  code!: string;

  @Public()
  @Field(() => LocalText, {
    nullable: true,
    description: 'What it is called (名称).',
    simple: true,
  })
  label!: LocalText;
}

/** By what a table is divided. */
@ObjectType({ description: 'By what a table is divided (分類軸).' })
export class StatisticAxis {
  @Public()
  @Field(() => StatisticDimensionCode, {
    nullable: true,
    description: 'Its dimension (分類軸の種類).',
    simple: true,
  })
  code!: StatisticDimensionCode;

  @Public()
  @Field(() => LocalText, {
    nullable: true,
    description: 'What it is called (名称).',
    simple: true,
  })
  label!: LocalText;

  @Public()
  @Directive('@listSize(assumedSize: 30)')
  @Field(() => [StatisticAxisValue], {
    nullable: true,
    description: 'Its values, in their order (値).',
    simple: true,
  })
  values!: readonly StatisticAxisValue[];
}

/** One number of a table, and what is to be known of it. */
@ObjectType({ description: 'One number of a table, and what is to be known of it (セル).' })
export class StatisticCell {
  @Public()
  @Field(() => StatisticMeasureCode, {
    nullable: true,
    description: 'What it counts (集計項目).',
    simple: true,
  })
  measure!: StatisticMeasureCode;

  @Public()
  @Field(() => Float, {
    nullable: true,
    description: 'The number; null where it is held back or nobody told it (値).',
    simple: true,
  })
  value!: number | null;

  @Public()
  @Field(() => StatisticCellState, {
    nullable: true,
    description: 'Why it is what it is (状態).',
    simple: true,
  })
  state!: StatisticCellState;

  @Public()
  @Field(() => Int, {
    nullable: true,
    description: 'How many departments told theirs (報告した部署数).',
    simple: true,
  })
  told!: number;

  @Public()
  @Field(() => Int, {
    nullable: true,
    description: 'Of how many (対象の部署数).',
    simple: true,
  })
  expected!: number;

  @Public()
  @Directive('@listSize(assumedSize: 1)')
  @Field(() => [Department], {
    nullable: 'itemsAndList',
    description:
      'Departments that told nothing: the number is incomplete by them (報告のない部署).',
    simple: true,
  })
  missing!: readonly Department[];
}

/** One line of a table. */
@ObjectType({ description: 'One line of a table (行).' })
export class StatisticRow {
  @Public()
  @Directive('@listSize(assumedSize: 3)')
  @Field(() => [String], {
    nullable: true,
    description: 'Its value on each axis, in the order of the axes (軸ごとのコード).',
    simple: true,
  })
  keys!: readonly string[];

  @Public()
  @Directive('@listSize(assumedSize: 2)')
  @Field(() => [StatisticCell], {
    nullable: true,
    description: 'A number for each measure, in their order (セル).',
    simple: true,
  })
  cells!: readonly StatisticCell[];
}

/** What is to be said beside a table. */
@ObjectType({ description: 'What is to be said beside a table (注記).' })
export class StatisticNotes {
  @Public()
  @Field(() => Int, {
    nullable: true,
    description: 'Cells that are held back (秘匿したセル数).',
    simple: true,
  })
  suppressed!: number;

  @Public()
  @Field(() => Int, {
    nullable: true,
    description: 'Cells that nobody told (報告のないセル数).',
    simple: true,
  })
  missing!: number;

  @Public()
  @Directive('@listSize(assumedSize: 4)')
  @Field(() => [LocalText], {
    nullable: true,
    description: 'Where the numbers come from (出典).',
    simple: true,
  })
  sources!: readonly LocalText[];

  @Public()
  @Field(() => GraphQLDateTime, {
    nullable: true,
    description: 'For which moment they hold (時点).',
    simple: true,
  })
  asOf!: Date;

  @Public()
  @Field(() => LocalText, {
    nullable: true,
    description: 'By which rules numbers of people are held back (秘匿の規則).',
    simple: true,
  })
  policy!: LocalText;

  @Public()
  @Directive('@listSize(assumedSize: 3)')
  @Field(() => [LocalText], {
    nullable: true,
    description: 'What else a reader must know, e.g. that samples count (留意事項).',
    simple: true,
  })
  remarks!: readonly LocalText[];
}

/** A table that may be published, and can be made again by its id. */
@ObjectType({
  description:
    'A table that may be published; its id makes it again, byte for byte, whatever happens to the data (公表できる集計表).',
})
export class StatisticTable {
  @Public()
  @Field(() => ID, {
    nullable: true,
    description:
      'Of question, snapshot and definitions; "statisticTable" takes it; null where the question is refused (識別子).',
    simple: true,
  })
  id!: string | null;

  @Public()
  @Field(() => StatisticRefusal, {
    nullable: true,
    description: 'Why there is no table, and what to do; all else is null then (集計できない理由).',
    simple: true,
  })
  refusal?: StatisticRefusal | null;

  @Public()
  @Field(() => StatisticSnapshot, {
    nullable: true,
    description: 'The facts it was made from (集計時点の控え).',
    simple: true,
  })
  snapshot!: StatisticSnapshot;

  @Public()
  @Field(() => String, {
    nullable: true,
    description: 'Version of the definitions (定義の版).',
    simple: true,
  })
  definitionsVersion!: string;

  @Public()
  @Field(() => Boolean, {
    nullable: true,
    description: 'False where samples count: then it is no figure of the city (公式の数値か).',
    simple: true,
  })
  official!: boolean;

  @Public()
  @Field(() => StatisticAsked, {
    nullable: true,
    description: 'The question (問い).',
    simple: true,
  })
  question!: StatisticAsked;

  @Public()
  @Directive('@listSize(assumedSize: 3)')
  @Field(() => [StatisticAxis], {
    nullable: true,
    description: 'By what it is divided (分類軸).',
    simple: true,
  })
  axes!: readonly StatisticAxis[];

  @Public()
  @Directive('@listSize(assumedSize: 50)')
  @Field(() => [StatisticRow], {
    nullable: true,
    description: 'Its lines, in the order of the axes; 5,000 at most (行).',
    simple: true,
  })
  rows!: readonly StatisticRow[];

  @Public()
  @Field(() => StatisticNotes, { nullable: true, description: 'Notes (注記).', simple: true })
  notes!: StatisticNotes;
}

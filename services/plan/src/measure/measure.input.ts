import { PageArguments } from '@manabi/kit/connection/page-arguments';
import { GraphQLDateTime } from 'graphql-scalars';
import { ArgsType, Field, ID, InputType } from 'type-graphql';

import { MeasureLevel } from './measure.entity.js';

/** A stretch of time in which something takes place; an open end does not restrict. */
@InputType({
  description:
    'A stretch of time in which something takes place; an open end does not restrict (期間).',
})
export class MeasurePeriod {
  @Field(() => GraphQLDateTime, { nullable: true, description: 'First moment (開始日時).' })
  from?: Date | null;

  @Field(() => GraphQLDateTime, { nullable: true, description: 'Last moment (終了日時).' })
  to?: Date | null;
}

/** Which measures are wanted; what is left out does not restrict. */
@InputType({
  description: 'Which measures are wanted; what is left out does not restrict (施策の絞り込み).',
})
export class MeasureFilter {
  @Field(() => ID, {
    nullable: true,
    description: 'Only this heading and what stands under it, e.g. 1 or 1-2 (章・節).',
  })
  chapter?: string | null;

  @Field(() => MeasureLevel, { nullable: true, description: 'Only this level (階層).' })
  level?: MeasureLevel | null;

  @Field(() => Boolean, {
    nullable: true,
    description:
      'True: only measures for which nothing takes place; false: only those for which something does (未実施).',
  })
  empty?: boolean | null;

  @Field(() => MeasurePeriod, {
    nullable: true,
    description: 'When "empty" looks; any time when absent (期間).',
  })
  period?: MeasurePeriod | null;

  @Field(() => Boolean, {
    nullable: true,
    description:
      'Let samples count for "empty" too; they never enter an official figure (見本を含む).',
  })
  countSamples?: boolean | null;
}

/** Which page of the measures is wanted. */
@ArgsType()
export class MeasuresArguments extends PageArguments {
  @Field(() => MeasureFilter, { nullable: true, description: 'Which ones (絞り込み).' })
  filter?: MeasureFilter | null;
}

/** Which page of a measure's opportunities is wanted. */
@ArgsType()
export class MeasureOpportunitiesArguments extends PageArguments {
  @Field(() => MeasurePeriod, { nullable: true, description: 'Any time when absent (期間).' })
  period?: MeasurePeriod | null;
}

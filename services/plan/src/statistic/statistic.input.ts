import { ArgsType, Field, InputType } from 'type-graphql';

import { MeasurePeriod } from '../measure/measure.input.js';

/** What a statistic counts; samples only where that is asked for. */
@InputType({ description: 'What a statistic counts (集計の範囲).' })
export class StatisticScope {
  @Field(() => MeasurePeriod, {
    nullable: true,
    description: 'What takes place then; any time when absent (期間).',
  })
  period?: MeasurePeriod | null;

  @Field(() => Boolean, {
    nullable: true,
    description: 'Let samples count too; they never enter an official figure (見本を含む).',
  })
  countSamples?: boolean | null;
}

/** What a statistic counts. */
@ArgsType()
export class StatisticArguments {
  @Field(() => StatisticScope, { nullable: true, description: 'What counts (集計の範囲).' })
  scope?: StatisticScope | null;
}

/** A scope as a key of loaders; moments are ISO 8601, null does not restrict. */
export interface CountedScope {
  readonly from: string | null;
  readonly to: string | null;
  readonly samples: boolean;
}

/** The scope that was asked for. */
export const countedScope = (scope: StatisticScope | null | undefined): CountedScope => ({
  from: scope?.period?.from?.toISOString() ?? null,
  to: scope?.period?.to?.toISOString() ?? null,
  samples: scope?.countSamples ?? false,
});

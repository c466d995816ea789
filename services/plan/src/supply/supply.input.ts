import { ArgsType, Field } from 'type-graphql';

import { StatisticArguments } from '../statistic/statistic.input.js';

/** For whom supply is counted, by which classification, and what counts. */
@ArgsType()
export class SupplyArguments extends StatisticArguments {
  @Field(() => String, { description: 'Years of age, e.g. 0-5 or 65+ (年齢階級).' })
  ageBand!: string;

  @Field(() => String, {
    defaultValue: 'SURVEY',
    description: 'By which classification: SURVEY, MEXT or NDC (分類).',
  })
  scheme!: string;
}

import { PageArguments } from '@manabi/kit/connection/page-arguments';
import { TimeSpan } from '@manabi/kit/value/time-span';
import { ArgsType, Field } from 'type-graphql';

/** Which events of a branch are wanted. */
@ArgsType()
export class BranchProgramArguments extends PageArguments {
  @Field(() => TimeSpan, { description: 'Some time of them lies in this stretch (期間).' })
  in!: TimeSpan;
}

import { PageArguments } from '@manabi/kit/connection/page-arguments';
import { addRule } from '@manabi/kit/rules';
import { TimeSpan } from '@manabi/kit/value/time-span';
import { ArgsType, Field, ID } from 'type-graphql';
import { z } from 'zod';

/** Which advice days of a desk are wanted. */
@ArgsType()
export class AdviceDayArguments extends PageArguments {
  @Field(() => TimeSpan, {
    nullable: true,
    description: 'Days that begin in it; those that are not over when absent (期間).',
  })
  in?: TimeSpan | null;
}

/** Which advice days are wanted. */
@ArgsType()
export class AdviceDaySearchArguments extends AdviceDayArguments {
  @Field(() => [ID], {
    nullable: true,
    description: 'In one of these facilities, at most 100 (施設コード).',
  })
  facilityCodes?: string[] | null;
}

addRule(
  AdviceDaySearchArguments.prototype,
  'facilityCodes',
  z.array(z.string().max(50)).max(100).nullish(),
);

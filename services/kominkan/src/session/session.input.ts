import { PageArguments } from '@manabi/kit/connection/page-arguments';
import { GraphQLDateTime } from 'graphql-scalars';
import { ArgsType, Field } from 'type-graphql';

/** Which sessions in a room are wanted. */
@ArgsType()
export class SessionArguments extends PageArguments {
  @Field(() => GraphQLDateTime, {
    nullable: true,
    description: 'Sessions that start then or later; now when absent (期間の始め).',
  })
  from?: Date | null;

  @Field(() => GraphQLDateTime, {
    nullable: true,
    description:
      'Sessions that start earlier than this; all later ones when absent (期間の終わり).',
  })
  to?: Date | null;
}

import { Audience } from '@manabi/kit/vocabulary/audience';
import { GraphQLDateTime } from 'graphql-scalars';
import { Directive, Field, ObjectType } from 'type-graphql';

import { LearningOpportunity } from '../opportunity/opportunity.stub.js';

/** Two departments offer something to the same people at the same time. */
@ObjectType({
  description:
    'Two departments offer something to the same people at the same time (部署間の日程の重なり).',
})
export class AudienceClash {
  @Directive('@listSize(assumedSize: 3)')
  @Field(() => [Audience], { nullable: true, description: 'To whom both (対象者).', simple: true })
  audiences!: Audience[];

  @Field(() => GraphQLDateTime, {
    nullable: true,
    description: 'From when both take place (重なりの開始).',
    simple: true,
  })
  startsAt!: Date;

  @Field(() => GraphQLDateTime, {
    nullable: true,
    description: 'Until when both do (重なりの終了).',
    simple: true,
  })
  endsAt!: Date;

  @Field(() => LearningOpportunity, { nullable: true, description: 'One (一方).', simple: true })
  one!: LearningOpportunity;

  @Field(() => LearningOpportunity, {
    nullable: true,
    description: 'The other (他方).',
    simple: true,
  })
  other!: LearningOpportunity;
}

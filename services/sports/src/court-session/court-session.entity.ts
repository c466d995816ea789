import { Public } from '@manabi/kit/column';
import { GraphQLDateTime } from 'graphql-scalars';
import { Directive, Field, ObjectType } from 'type-graphql';

import { SportsClass } from '../sports-class/sports-class.entity.js';

/** One time that a class takes place on a court. */
@ObjectType({ description: 'One time that a class takes place on a court (教室の各回).' })
export class CourtSession {
  @Public()
  @Directive('@semanticNonNull')
  @Field(() => GraphQLDateTime, {
    nullable: true,
    description: 'Start (開始日時).',
    simple: true,
  })
  startsAt!: Date;

  @Public()
  @Field(() => GraphQLDateTime, { nullable: true, description: 'End (終了日時).', simple: true })
  endsAt!: Date | null;

  @Public()
  @Field(() => SportsClass, {
    nullable: true,
    description: 'The class; "cancelledAt" tells when it was called off (スポーツ教室).',
    simple: true,
  })
  sportsClass!: SportsClass;
}

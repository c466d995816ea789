import { Public } from '@manabi/kit/column';
import { GraphQLDateTime } from 'graphql-scalars';
import { Field, ObjectType } from 'type-graphql';

/** A time at which a lecture can be had. */
@ObjectType({ description: 'A time at which a lecture can be had (実施できる日時).' })
export class LectureTime {
  @Public()
  @Field(() => GraphQLDateTime, { description: 'Start (開始日時).', simple: true })
  startsAt!: Date;

  @Public()
  @Field(() => GraphQLDateTime, { description: 'End (終了日時).', simple: true })
  endsAt!: Date;

  /** Fewest people who come: a room must hold as many. */
  readonly minimumAudience!: number | null;
}

import 'reflect-metadata';
import { GraphQLDateTime } from 'graphql-scalars';
import { Field, InputType } from 'type-graphql';

/** A stretch of time that is asked about. */
@InputType({ description: 'A stretch of time (時間帯).' })
export class TimeSpan {
  @Field(() => GraphQLDateTime, { description: 'Its start (開始日時).' })
  from!: Date;

  @Field(() => GraphQLDateTime, { description: 'Its end (終了日時).' })
  to!: Date;
}

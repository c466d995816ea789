import 'reflect-metadata';
import { GraphQLDateTime } from 'graphql-scalars';
import { ArgsType, Field } from 'type-graphql';

import { type PageOf, pageOf } from '../connection/connection-type.js';
import { PageArguments } from '../connection/page-arguments.js';
import { TimeSpan } from '../value/time-span.js';

/** Which sessions in a room are wanted. */
@ArgsType()
export class SessionArguments extends PageArguments {
  @Field(() => TimeSpan, {
    nullable: true,
    description: 'Sessions that start in it; it counts instead of "from" and "to" (期間).',
  })
  in?: TimeSpan | null;

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

/** A page of the sessions in one room, as the key of a loader. Moments are ISO 8601. */
export interface SessionsIn extends PageOf {
  readonly from: string;
  readonly to: string | null;
}

/** The page of a room's sessions that was asked for. */
export function sessionsIn(room: string, asked: SessionArguments, now: Date): SessionsIn {
  const { from, to } = asked.in ?? asked;
  return {
    ...pageOf(room, asked),
    from: (from ?? now).toISOString(),
    to: to?.toISOString() ?? null,
  };
}

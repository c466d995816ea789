import 'reflect-metadata';
import { GraphQLDateTime } from 'graphql-scalars';
import { Field, ID, InputType } from 'type-graphql';
import { z } from 'zod';

import { addRule } from '../rules.js';
import type { RoomStretch } from './slot-id.js';

/** What must be said to hold a stretch of a room's time. */
@InputType()
export abstract class HoldInput implements RoomStretch {
  @Field(() => ID, { description: 'The room or court (部屋・コート).' })
  roomId!: string;

  @Field(() => GraphQLDateTime, { description: 'Start (開始日時).' })
  startsAt!: Date;

  @Field(() => GraphQLDateTime, { description: 'End (終了日時).' })
  endsAt!: Date;

  @Field(() => String, {
    nullable: true,
    description: 'What it is for, without names of people (利用目的).',
  })
  purpose?: string | null;

  @Field(() => ID, {
    nullable: true,
    description: 'The registered group that will use it; people are not recorded (利用団体).',
  })
  groupId?: string | null;

  @Field(() => ID, {
    description:
      'A random UUID, the same when this request is sent again: it is carried out once (冪等キー).',
  })
  idempotencyKey!: string;
}

addRule(HoldInput.prototype, 'roomId', z.string().min(1).max(200));
addRule(HoldInput.prototype, 'purpose', z.string().min(1).max(200).nullish());
addRule(HoldInput.prototype, 'groupId', z.string().min(1).max(200).nullish());
addRule(HoldInput.prototype, 'idempotencyKey', z.uuid('a UUID'));

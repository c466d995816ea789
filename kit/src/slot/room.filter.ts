import 'reflect-metadata';
import { GraphQLLocalTime } from 'graphql-scalars';
import { Field, ID, InputType, Int } from 'type-graphql';
import { z } from 'zod';

import { addRule } from '../rules.js';
import { TimeSpan } from '../value/time-span.js';

/** A part of the day that is asked about, in Japan. */
@InputType({ description: 'A part of the day, times in Japan (一日のうちの時間帯).' })
export class DaySpan {
  @Field(() => GraphQLLocalTime, { description: 'Its start, HH:MM (開始時刻).' })
  from!: string;

  @Field(() => GraphQLLocalTime, { description: 'Its end, HH:MM (終了時刻).' })
  to!: string;
}

/** Which rooms or courts are wanted; what is left out restricts nothing. */
@InputType()
export abstract class RoomFilter {
  @Field(() => [ID], {
    nullable: true,
    description: 'In one of these facilities, at most 100 (施設コード).',
  })
  facilityCodes?: string[] | null;

  @Field(() => Int, {
    nullable: true,
    description: 'For so many people or more; a place whose size is not known is left out (定員).',
  })
  capacityAtLeast?: number | null;

  @Field(() => [String], {
    nullable: true,
    description: 'With every one of these standing in it, at most 10 (設備・備品).',
  })
  equipment?: string[] | null;

  @Field(() => TimeSpan, {
    nullable: true,
    description:
      'It is let and nobody has it at any time within this stretch of one day (空き時間帯).',
  })
  freeBetween?: TimeSpan | null;
}

addRule(RoomFilter.prototype, 'facilityCodes', z.array(z.string().max(50)).max(100).nullish());
addRule(RoomFilter.prototype, 'equipment', z.array(z.string().min(1).max(200)).max(10).nullish());
addRule(RoomFilter.prototype, 'capacityAtLeast', z.int().min(0).max(100_000).nullish());

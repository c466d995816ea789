import 'reflect-metadata';
import { Field, ID, InputType, Int } from 'type-graphql';
import { z } from 'zod';

import { addRule } from '../rules.js';
import { TimeSpan } from '../value/time-span.js';

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

  @Field(() => TimeSpan, {
    nullable: true,
    description:
      'It is let and nobody has it at any time within this stretch of one day (空き時間帯).',
  })
  freeBetween?: TimeSpan | null;
}

addRule(RoomFilter.prototype, 'facilityCodes', z.array(z.string().max(50)).max(100).nullish());
addRule(RoomFilter.prototype, 'capacityAtLeast', z.int().min(0).max(100_000).nullish());

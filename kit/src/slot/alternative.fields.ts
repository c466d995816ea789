import 'reflect-metadata';
import { Directive, Field, Int, ObjectType } from 'type-graphql';

import { Public } from '../column.js';
import type { Alternative } from './regular-use.read.js';

/** Another room for a regular use, but for its slots, which each department has a type for. */
@ObjectType()
export abstract class AlternativeFields implements Omit<Alternative, 'slots'> {
  readonly roomId!: string;

  @Public()
  @Field(() => Int, {
    nullable: true,
    description:
      'Metres from the usual one; null where the place of either is not known (いつもの場所からの距離).',
    simple: true,
  })
  metres!: number | null;

  @Public()
  @Directive('@semanticNonNull')
  @Field(() => Int, {
    nullable: true,
    description: 'Usual meetings for which it cannot be had (空いていない回数).',
    simple: true,
  })
  missing!: number;
}

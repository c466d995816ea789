import { Public } from '@manabi/kit/column';
import { Tri } from '@manabi/kit/value/tri';
import { GraphQLDateTime } from 'graphql-scalars';
import { Field, Int, ObjectType } from 'type-graphql';

/** Where reserved titles wait at a branch; it counts copies and knows of no person. */
@ObjectType({
  description: 'Where reserved titles wait at a branch; copies only, no persons (予約取置棚).',
})
export class PickupShelf {
  @Public()
  @Field(() => Tri, {
    nullable: true,
    description: 'Whether reserved titles can be picked up here (予約資料の受取).',
    simple: true,
  })
  offered!: Tri | null;

  @Public()
  @Field(() => Int, {
    nullable: true,
    description: 'Copies that wait to be picked up (取置中の冊数).',
    simple: true,
  })
  waiting!: number;

  @Public()
  @Field(() => GraphQLDateTime, {
    nullable: true,
    description: 'The oldest check that this rests on (確認日時).',
    simple: true,
  })
  checkedAt!: Date | null;
}

import { Public } from '@manabi/kit/column';
import { Tri } from '@manabi/kit/value/tri';
import { GraphQLDateTime } from 'graphql-scalars';
import { Field, Int, ObjectType } from 'type-graphql';

/** Whether a title can be borrowed now, and how old that knowledge is. */
@ObjectType({ description: 'Whether a title can be borrowed, as last checked (利用可否).' })
export class TitleAvailability {
  @Public()
  @Field(() => Tri, {
    nullable: true,
    description:
      'Yes when a copy is on a shelf; unknown when copies were never asked for, or their system is silent (在架の有無).',
    simple: true,
  })
  answer!: Tri;

  @Public()
  @Field(() => Int, { nullable: true, description: 'Copies kept (所蔵数).', simple: true })
  copies!: number | null;

  @Public()
  @Field(() => Int, { nullable: true, description: 'Copies on a shelf (在架数).', simple: true })
  onShelf!: number | null;

  @Public()
  @Field(() => GraphQLDateTime, {
    nullable: true,
    description: 'The oldest check that this rests on (確認日時).',
    simple: true,
  })
  checkedAt?: Date | null;
}

import { Public } from '@manabi/kit/column';
import { GraphQLDateTime } from 'graphql-scalars';
import { Field, ID, Int, ObjectType } from 'type-graphql';

/** Facts as they stood when they were sealed. */
@ObjectType({
  description: 'Facts as they stood when they were sealed; they never change (集計時点の控え).',
})
export class StatisticSnapshot {
  @Public()
  @Field(() => ID, { description: 'Opaque and stable (識別子).', simple: true })
  id!: string;

  @Public()
  @Field(() => GraphQLDateTime, {
    nullable: true,
    description: 'When it was sealed (封じた日時).',
    simple: true,
  })
  sealedAt!: Date;

  @Public()
  @Field(() => Int, {
    nullable: true,
    description: 'Which one of its day; corrections come as later ones (改訂番号).',
    simple: true,
  })
  revision!: number;
}

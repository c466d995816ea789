import { Count } from '@manabi/kit/value/count';
import { GuardedCount } from '@manabi/kit/value/guarded-count';
import { Directive, Field, Int, ObjectType } from 'type-graphql';

/** Places and people of some opportunities. */
@ObjectType({
  description: 'Places and people of some opportunities, as departments tell them (参加の集計).',
})
export class Participation {
  /** What the line stands for: code of a department or of a category; empty for the sum. */
  code!: string;

  @Field(() => Count, { nullable: true, description: 'Opportunities (件数).', simple: true })
  opportunities!: Count;

  @Field(() => Int, {
    nullable: true,
    description: 'Places; null where nobody told any (定員の合計).',
    simple: true,
  })
  seats!: number | null;

  @Field(() => GuardedCount, {
    nullable: true,
    description:
      'People who have a place, of samples only; all others are told by "statistics" and held back here (参加者の合計).',
    simple: true,
  })
  attendees!: GuardedCount;

  @Field(() => GuardedCount, {
    nullable: true,
    description: 'People who wait for one, likewise (待機者の合計).',
    simple: true,
  })
  waiting!: GuardedCount;

  @Field(() => Int, {
    nullable: true,
    description:
      'Places that nobody took, likewise; null where held back or nobody told (空席の合計).',
    simple: true,
  })
  emptySeats!: number | null;
}

/** Places and people of what carries a measure out, in all and apart. */
@ObjectType({
  description: 'Places and people of what carries a measure out, in all and apart (施策の集計).',
})
export class MeasureParticipation {
  @Field(() => Participation, { nullable: true, description: 'In all (合計).', simple: true })
  total!: Participation;

  @Directive('@listSize(assumedSize: 5)')
  @Field(() => [Participation], {
    nullable: true,
    description: 'By department (部署別).',
    simple: true,
  })
  departments!: Participation[];

  @Directive('@listSize(assumedSize: 6)')
  @Field(() => [Participation], {
    nullable: true,
    description:
      'By category of the social education survey; what has two counts in both (社会教育調査の区分別).',
    simple: true,
  })
  categories!: Participation[];
}

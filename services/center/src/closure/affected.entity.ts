import { Public } from '@manabi/kit/column';
import { PageInfo } from '@manabi/kit/connection/page-info';
import { Count } from '@manabi/kit/value/count';
import { Period } from '@manabi/kit/value/period';
import { Tri } from '@manabi/kit/value/tri';
import { Directive, Field, Int, ObjectType } from 'type-graphql';

import { OpportunityEdge } from '../opportunity/opportunity.entity.js';

/** One opportunity that loses its place. */
@ObjectType({ description: 'One opportunity that loses its place (影響を受ける学習機会).' })
export class AffectedEdge {
  @Public()
  @Field(() => String, { description: 'Where it stands in the list (カーソル).', simple: true })
  cursor!: string;

  @Public()
  @Directive('@listSize(assumedSize: 5)')
  @Field(() => [Period], {
    nullable: true,
    description: 'Its times that fall into the closure, at most 50 (影響を受ける回).',
    simple: true,
  })
  times!: Period[];

  @Public()
  @Field(() => Tri, {
    nullable: true,
    description:
      'Whether it uses what is closed; unknown where some rooms are closed and it names no room (対象の部屋か).',
    simple: true,
  })
  usesClosedRoom!: Tri;

  @Public()
  @Field(() => OpportunityEdge, {
    nullable: true,
    description: "The index's copy of it, and the way to its owner (学習機会).",
    simple: true,
  })
  opportunity!: OpportunityEdge;
}

/** What one department loses. */
@ObjectType({ description: 'What one department loses by a closure (部署別の影響).' })
export class AffectedDepartment {
  readonly departmentCode!: string;

  @Public()
  @Field(() => Int, {
    nullable: true,
    description: 'Opportunities that lose a time (学習機会の数).',
    simple: true,
  })
  opportunities!: number;

  @Public()
  @Field(() => Int, {
    nullable: true,
    description: 'Times that they lose (回数).',
    simple: true,
  })
  times!: number;

  @Public()
  @Field(() => Int, {
    nullable: true,
    description:
      'People who have a place in them, so many at least: what the places left that lists tell come to (参加予定者数の下限).',
    simple: true,
  })
  people!: number;
}

/** What a closure hits, in the order in which it is hit. */
@ObjectType({
  description:
    'What a closure hits among all that departments offer, first hit first (影響を受ける学習機会の一覧).',
})
export class AffectedConnection {
  @Public()
  @Field(() => [AffectedEdge], {
    nullable: true,
    description: 'What is on this page (一覧の項目).',
    simple: true,
  })
  edges!: readonly AffectedEdge[];

  @Public()
  @Field(() => PageInfo, {
    nullable: true,
    description: 'Where the page stands (ページ情報).',
    simple: true,
  })
  pageInfo!: PageInfo;

  @Public()
  @Field(() => Count, {
    nullable: true,
    description: 'How many opportunities are hit (件数).',
    simple: true,
  })
  totalCount!: Count;

  @Public()
  @Directive('@listSize(assumedSize: 5)')
  @Field(() => [AffectedDepartment], {
    nullable: true,
    description: 'What each department loses: whom to tell (連絡すべき部署).',
    simple: true,
  })
  departments!: readonly AffectedDepartment[];
}

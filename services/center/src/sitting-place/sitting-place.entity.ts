import { Public } from '@manabi/kit/column';
import { AgeRange } from '@manabi/kit/value/age-range';
import { LocalText } from '@manabi/kit/value/local-text';
import { Tri } from '@manabi/kit/value/tri';
import { GraphQLDateTime } from 'graphql-scalars';
import { Directive, Field, ID, Int, ObjectType } from 'type-graphql';

/** One place to sit that was found: the index's own copy, and the way to its owner. */
@ObjectType({
  description:
    "One place to sit that was found: the index's own copy, which answers even when its department is silent (検索結果).",
})
export class SittingPlaceEdge {
  readonly id!: string;
  readonly kind!: string;
  readonly facilityCode!: string;

  @Public()
  @Field(() => String, { description: 'Where it stands in the list (カーソル).', simple: true })
  cursor!: string;
  @Public()
  @Field(() => ID, {
    nullable: true,
    description: 'Code of the department that answers for it (担当部署).',
    simple: true,
  })
  department!: string;
  @Public()
  @Field(() => LocalText, { nullable: true, description: 'Name (名称).', simple: true })
  name!: LocalText;
  @Public()
  @Field(() => String, {
    nullable: true,
    description: 'Where in the house it is (場所).',
    simple: true,
  })
  location!: string | null;
  @Public()
  @Directive('@listSize(assumedSize: 4)')
  @Field(() => [String], {
    nullable: true,
    description: 'What is to be minded there, in Japanese (利用の約束).',
    simple: true,
  })
  rules!: string[];
  @Public()
  @Field(() => Tri, { nullable: true, description: 'Wireless internet (無料Wi-Fi).', simple: true })
  wifi!: Tri;
  @Public()
  @Field(() => Tri, { nullable: true, description: 'Staff look after it (見守り).', simple: true })
  supervised!: Tri;
  @Public()
  @Field(() => Tri, { nullable: true, description: 'It is quiet there (静かな席).', simple: true })
  quiet!: Tri;
  @Public()
  @Field(() => Int, {
    nullable: true,
    description: 'How many can sit there (席数).',
    simple: true,
  })
  seats!: number | null;
  @Public()
  @Field(() => AgeRange, {
    nullable: true,
    description: 'Who may come alone; null where nobody said (一人で使える年齢).',
    simple: true,
  })
  ages!: AgeRange | null;
  @Public()
  @Field(() => Int, {
    nullable: true,
    description: 'Metres as the crow flies from the point that was asked for (直線距離、メートル).',
    simple: true,
  })
  metres!: number;
  @Public()
  @Field(() => Int, {
    nullable: true,
    description:
      'Minutes to walk at 80 metres a minute, rounded up, over that straight line; the road may be longer (徒歩分、直線距離÷80m).',
    simple: true,
  })
  walkMinutes!: number;
  @Public()
  @Field(() => Tri, {
    nullable: true,
    description: 'Whether one may sit there at the moment that was asked for (利用できるか).',
    simple: true,
  })
  openNow!: Tri;
  @Public()
  @Field(() => GraphQLDateTime, {
    nullable: true,
    description: 'Until when, when it is open then; null when not known (終了時刻).',
    simple: true,
  })
  closesAt!: Date | null;
  @Public()
  @Field(() => Boolean, {
    nullable: true,
    description: 'True for a composed example that is no fact of the city (見本).',
    simple: true,
  })
  sample!: boolean;
}

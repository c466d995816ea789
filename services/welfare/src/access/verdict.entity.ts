import { Public } from '@manabi/kit/column';
import { Tri } from '@manabi/kit/value/tri';
import { GraphQLDateTime } from 'graphql-scalars';
import { Directive, Field, ObjectType } from 'type-graphql';

/** One fact on which a verdict rests. */
@ObjectType({ description: 'One fact on which a verdict rests, and who answers for it (理由).' })
export class VerdictReason {
  @Public()
  @Field(() => String, {
    nullable: true,
    description:
      'An AccessItem, an AssistanceKind, or BUS, CHILDCARE, LANGUAGE, AGE, EVENING, APPLICATION, CANCELLED (項目コード).',
    simple: true,
  })
  code!: string;

  @Public()
  @Field(() => Tri, { nullable: true, description: 'What is known of it (有無).', simple: true })
  value!: Tri;

  @Public()
  @Field(() => String, {
    nullable: true,
    description: 'The same as a sentence in Japanese (説明).',
    simple: true,
  })
  text!: string;

  @Public()
  @Field(() => String, {
    nullable: true,
    description:
      'Code of the department that answers for it; null when nobody recorded it (担当部署).',
    simple: true,
  })
  department?: string | null;

  @Public()
  @Field(() => GraphQLDateTime, {
    nullable: true,
    description: 'Moment for which it held (時点).',
    simple: true,
  })
  asOf?: Date | string | null;
}

/** Whether somebody can take part or come in. */
@ObjectType({ description: 'Whether somebody with these needs can take part (判定).' })
export class Verdict {
  @Public()
  @Field(() => Tri, {
    nullable: true,
    description:
      'Yes only if every need is known to be met; no if one is known not to be (判定結果).',
    simple: true,
  })
  answer!: Tri;

  @Public()
  @Directive('@listSize(assumedSize: 10)')
  @Field(() => [VerdictReason], {
    nullable: true,
    description: 'Every need that was looked at; empty when there was none (理由).',
    simple: true,
  })
  reasons!: VerdictReason[];
}

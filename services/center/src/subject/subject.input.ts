import { Field, ID, InputType } from 'type-graphql';

/** Which subjects are wanted; what is left out does not restrict. */
@InputType({
  description: 'Which subjects are wanted; what is left out does not restrict (分類の絞り込み).',
})
export class SubjectFilter {
  @Field(() => ID, { nullable: true, description: 'The classification, e.g. NDC (分類体系).' })
  scheme?: string | null;

  @Field(() => ID, { nullable: true, description: 'Code of the wider subject (上位分類コード).' })
  broaderCode?: string | null;

  @Field(() => Boolean, {
    nullable: true,
    description: 'Only those that have none wider (最上位のみ).',
  })
  topOnly?: boolean | null;
}

/** The key of a subject. */
@InputType({ description: 'The key of a subject (分類の指定).' })
export class SubjectKeyInput {
  @Field(() => ID, { description: 'The classification, e.g. NDC (分類体系).' })
  scheme!: string;

  @Field(() => ID, { description: 'The code in it (分類コード).' })
  code!: string;
}

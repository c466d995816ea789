import { Field, ID, InputType } from 'type-graphql';

/** Which reference cases are wanted; what is left out does not restrict. */
@InputType({
  description:
    'Which reference cases are wanted; what is left out does not restrict (レファレンス事例の絞り込み).',
})
export class ReferenceCaseFilter {
  @Field(() => String, {
    nullable: true,
    description:
      'Words of question, answer or keywords; all must occur. Kana, width and variant kanji do not matter (語句).',
  })
  text?: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'Beginning of an NDC number, e.g. 36 (日本十進分類).',
  })
  ndc?: string | null;

  @Field(() => ID, { nullable: true, description: 'Id of the branch that answered (回答館).' })
  branchId?: string | null;
}

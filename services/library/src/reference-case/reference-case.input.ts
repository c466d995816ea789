import { addRule } from '@manabi/kit/rules';
import { DepartmentWriteInput } from '@manabi/kit/write/write.input';
import { GraphQLLocalDate } from 'graphql-scalars';
import { Field, ID, InputType } from 'type-graphql';
import { z } from 'zod';

import { ndcNumbers } from '../ndc/ndc.rules.js';

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

/** A question that was answered and is to be published. */
@InputType({
  description: 'A question that was answered and is to be published (公開する事例).',
})
export class PublishReferenceCaseInput extends DepartmentWriteInput {
  @Field(() => ID, { description: 'The branch that answered (回答館).' })
  branchId!: string;

  @Field(() => String, { description: 'What was asked; nothing of who asked (質問).' })
  question!: string;

  @Field(() => String, { description: 'What the library answered (回答).' })
  answer!: string;

  @Field(() => String, { nullable: true, description: 'How it was found (回答プロセス).' })
  process?: string | null;

  @Field(() => [String], {
    nullable: true,
    description: 'Words under which one would look for it (キーワード).',
  })
  keywords?: string[] | null;

  @Field(() => [String], { nullable: true, description: 'Sources in words (参考資料).' })
  citations?: string[] | null;

  @Field(() => [ID], {
    nullable: true,
    description: 'ISBNs of 13 digits of its sources (参考資料のISBN).',
  })
  sourceIsbns?: string[] | null;

  @Field(() => [String], { description: 'NDC numbers, 1 to 10 (日本十進分類).' })
  ndcs!: string[];

  @Field(() => GraphQLLocalDate, {
    nullable: true,
    description: 'When it was answered; today when absent (回答日).',
  })
  answeredOn?: string | null;
}

const few = z.array(z.string().trim().min(1).max(200)).max(20).nullish();
const { prototype } = PublishReferenceCaseInput;
addRule(prototype, 'question', z.string().trim().min(1).max(2_000));
addRule(prototype, 'answer', z.string().trim().min(1).max(10_000));
addRule(prototype, 'process', z.string().trim().max(10_000).nullish());
addRule(prototype, 'keywords', few);
addRule(prototype, 'citations', few);
addRule(
  prototype,
  'sourceIsbns',
  z
    .array(z.string().regex(/^97[89](-?\d){10}$/, 'ISBNs of 13 digits'))
    .max(20)
    .nullish(),
);
addRule(prototype, 'ndcs', ndcNumbers.min(1));

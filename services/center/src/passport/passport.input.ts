import { addRule } from '@manabi/kit/rules';
import { WriteInput } from '@manabi/kit/write/write.input';
import { GraphQLLocalDate } from 'graphql-scalars';
import { Field, ID, InputType, Int } from 'type-graphql';
import { z } from 'zod';

/** One thing that a resident learned and wants to keep. */
@InputType({ description: 'One thing that a resident learned and wants to keep (学習の記録).' })
export class KeepLearningRecordInput extends WriteInput {
  @Field(() => Boolean, {
    description:
      'True when the resident consents that the city keeps the record; nothing is kept without (保管への同意).',
  })
  consents!: boolean;

  @Field(() => ID, {
    nullable: true,
    description:
      'The opportunity, of whichever department; needed when there is no title (学習機会).',
  })
  opportunityId?: string | null;

  @Field(() => ID, {
    nullable: true,
    description: 'The circle with which it was learned (サークル・団体).',
  })
  groupId?: string | null;

  @Field(() => String, {
    nullable: true,
    description:
      'What it was; of an opportunity its own title when absent, else the name of the circle (学習内容).',
  })
  title?: string | null;

  @Field(() => GraphQLLocalDate, { description: 'The day, in Japan (学習日).' })
  learnedOn!: string;

  @Field(() => Int, { nullable: true, description: 'Minutes that it took (学習時間、分).' })
  minutes?: number | null;

  @Field(() => String, { nullable: true, description: "The resident's own note (ふりかえり)." })
  note?: string | null;

  @Field(() => Boolean, {
    nullable: true,
    description: 'Whether it was shown to others, e.g. taught or exhibited (成果の発表).',
  })
  presented?: boolean | null;
}

const record = KeepLearningRecordInput.prototype;
addRule(record, 'opportunityId', z.string().min(1).max(200).nullish());
addRule(record, 'groupId', z.string().min(1).max(200).nullish());
addRule(record, 'title', z.string().trim().min(1).max(200).nullish());
addRule(record, 'learnedOn', z.iso.date());
addRule(record, 'minutes', z.int().min(1).max(100_000).nullish());
addRule(record, 'note', z.string().trim().min(1).max(1_000).nullish());

/** Whom the owner lets read the passport, or no more. */
@InputType({ description: 'Whom the owner lets read the passport, or no more (閲覧の許可・取消).' })
export class SharePassportInput extends WriteInput {
  @Field(() => String, {
    description: 'The name under which the system is registered (システム名).',
  })
  reader!: string;

  @Field(() => Boolean, { description: 'True to let it read, false to end that (許可するか).' })
  mayRead!: boolean;
}

addRule(SharePassportInput.prototype, 'reader', z.string().regex(/^[a-z][a-z0-9-]{0,62}$/));

/** That everything is to be erased. */
@InputType({ description: 'That everything is to be erased (全消去).' })
export class ErasePassportInput extends WriteInput {}

import { Field, ID, InputType } from 'type-graphql';

import { DigitalItemKind, DigitalRights } from './digital-item.entity.js';

/** Which digitised items are wanted; what is left out does not restrict. */
@InputType({
  description:
    'Which digitised items are wanted; what is left out does not restrict (デジタル化資料の絞り込み).',
})
export class DigitalItemFilter {
  @Field(() => String, {
    nullable: true,
    description:
      'Words of title, maker or description; all must occur. Kana, width and variant kanji do not matter (語句).',
  })
  text?: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'Beginning of an NDC number, e.g. 21 (日本十進分類).',
  })
  ndc?: string | null;

  @Field(() => DigitalItemKind, { nullable: true, description: 'What was digitised (種類).' })
  kind?: DigitalItemKind | null;

  @Field(() => DigitalRights, {
    nullable: true,
    description: 'What one may do with it (二次利用の条件).',
  })
  rights?: DigitalRights | null;

  @Field(() => ID, {
    nullable: true,
    description: 'Code of a cultural property that it shows or tells of (文化財コード).',
  })
  culturalPropertyCode?: string | null;
}

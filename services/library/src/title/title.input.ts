import { Directive, Field, ID, InputType } from 'type-graphql';

import { TitleFormat } from './title.entity.js';

/** Which titles are wanted; what is left out does not restrict. */
@InputType({
  description: 'Which titles are wanted; what is left out does not restrict (書誌の絞り込み).',
})
export class TitleFilter {
  @Field(() => String, {
    nullable: true,
    description:
      'Words of title, author or publisher; all must occur. Kana, width and variant kanji do not matter (語句).',
  })
  text?: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'Beginning of an NDC number, e.g. 49 (日本十進分類).',
  })
  ndc?: string | null;

  @Field(() => TitleFormat, { nullable: true, description: 'In what form (資料形態).' })
  format?: TitleFormat | null;

  @Field(() => [TitleFormat], {
    nullable: true,
    description: 'In one of these forms (資料形態のいずれか).',
  })
  formats?: TitleFormat[] | null;

  @Field(() => Boolean, {
    nullable: true,
    description:
      'Only for readers who cannot read ordinary print: large print, DAISY, audio, Braille (大活字・デイジー・録音・点字のみ).',
  })
  accessible?: boolean | null;

  @Field(() => ID, {
    nullable: true,
    description: 'A copy is on the shelf at this branch as last checked (この館で在架).',
  })
  onShelfAt?: string | null;
}

/** One of the two keys of a title. */
@InputType({ description: 'One of the two keys of a title (書誌の指定).' })
@Directive('@oneOf')
export class TitleKey {
  @Field(() => ID, { nullable: true, description: 'ISBN of 13 digits (国際標準図書番号).' })
  isbn?: string | null;

  @Field(() => ID, { nullable: true, description: 'Bibliographic id (書誌番号).' })
  bibId?: string | null;
}

import { GraphQLLocalDate } from 'graphql-scalars';
import { Field, InputType, Int } from 'type-graphql';

import { BookSetCurriculum } from './book-set.entity.js';

/** Which sets of books are wanted; what is left out does not restrict. */
@InputType({
  description:
    'Which sets of books are wanted; what is left out does not restrict (学校支援図書セットの絞り込み).',
})
export class BookSetFilter {
  @Field(() => String, {
    nullable: true,
    description:
      'Words of name or unit; all must occur. Kana, width and variant kanji do not matter (語句・単元).',
  })
  text?: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'Beginning of an NDC number, e.g. 51 (日本十進分類).',
  })
  ndc?: string | null;

  @Field(() => Int, {
    nullable: true,
    description: 'A grade from 1 to 12; a set of no stated grade fits each (学年).',
  })
  grade?: number | null;

  @Field(() => BookSetCurriculum, {
    nullable: true,
    description: 'For which subject of the school (教科).',
  })
  schoolSubject?: BookSetCurriculum | null;

  @Field(() => GraphQLLocalDate, {
    nullable: true,
    description: 'It can be booked for this day (利用日).',
  })
  bookableOn?: string | null;
}

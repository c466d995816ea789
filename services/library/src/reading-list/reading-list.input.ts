import { ArgsType, Field, Int } from 'type-graphql';

import { TitleFormat } from '../title/title.entity.js';

/** Which titles a reading list is to hold. */
@ArgsType()
export class ReadingListArguments {
  @Field(() => Int, { defaultValue: 5, description: 'How many at most, 1 to 20 (件数).' })
  first!: number;

  @Field(() => Boolean, {
    nullable: true,
    description:
      'Only what is on the shelf at the branch nearest to the venue, as last checked (最寄り館に在架のみ).',
  })
  onShelf?: boolean | null;

  @Field(() => [TitleFormat], {
    nullable: true,
    description: 'Only in these forms, e.g. large print (資料形態).',
  })
  formats?: TitleFormat[] | null;
}

import { Public } from '@manabi/kit/column';
import { Tri } from '@manabi/kit/value/tri';
import { GraphQLDateTime } from 'graphql-scalars';
import { Directive, Field, Int, ObjectType, registerEnumType } from 'type-graphql';

import { TitleFormat } from '../title/title.entity.js';

/** How near the subject of a title is to that of a course. */
export enum SubjectMatch {
  EXACT = 'EXACT',
  PREFIX = 'PREFIX',
  DIVISION = 'DIVISION',
}

registerEnumType(SubjectMatch, {
  name: 'SubjectMatch',
  description: 'How near the subject of a title is to that of a course (分類の一致).',
  valuesConfig: {
    EXACT: { description: 'The same NDC number (完全一致).' },
    PREFIX: { description: 'One number is the beginning of the other (前方一致).' },
    DIVISION: { description: 'The same division, the first two digits (綱の一致).' },
  },
});

/** A title that goes with a course, and whether it can be borrowed near it. */
@ObjectType({ description: 'A title that goes with a course (関連図書).' })
export class ReadingListEntry {
  /** Keys of the title and of the nearest branch, for the fields that look them up. */
  bibId!: string;
  branchId!: string | null;

  @Public()
  @Field(() => SubjectMatch, {
    nullable: true,
    description: 'How near its subject is to that of the course (分類の一致).',
    simple: true,
  })
  match!: SubjectMatch;

  @Public()
  @Field(() => Tri, {
    nullable: true,
    description:
      'Whether a copy is on the shelf at "branch"; anywhere in the city where that is null; unknown when the system of the library is silent (在架の有無).',
    simple: true,
  })
  availableThere!: Tri;

  @Public()
  @Field(() => Int, {
    nullable: true,
    description: 'Copies kept at "branch"; in the whole city where that is null (所蔵数).',
    simple: true,
  })
  copies!: number | null;

  @Public()
  @Field(() => Int, {
    nullable: true,
    description: 'Of these, on the shelf (在架数).',
    simple: true,
  })
  onShelf!: number | null;

  @Public()
  @Field(() => GraphQLDateTime, {
    nullable: true,
    description: 'The oldest check that this rests on (確認日時).',
    simple: true,
  })
  checkedAt?: Date | null;

  @Public()
  @Directive('@listSize(assumedSize: 3)')
  @Field(() => [TitleFormat], {
    nullable: true,
    description: 'All forms in which the library has the same work, e.g. large print (資料形態).',
    simple: true,
  })
  formats!: TitleFormat[];
}

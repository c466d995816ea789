import { GraphQLDateTime } from 'graphql-scalars';
import { Field, InputType, Int } from 'type-graphql';

import { SubjectKeyInput } from '../subject/subject.input.js';
import { ExperienceKind } from '../value/experience-kind.js';
import { Season } from '../value/season.js';

/** Which experience programmes are wanted; what is left out does not restrict. */
@InputType({
  description:
    'Which experience programmes are wanted; what is left out does not restrict (体験プログラムの絞り込み).',
})
export class ExperienceProgramFilter {
  @Field(() => Int, {
    nullable: true,
    description: 'For this school grade, 1 to 9; 0 is before school (学年).',
  })
  grade?: number | null;

  @Field(() => Season, { nullable: true, description: 'Held in this season (季節).' })
  season?: Season | null;

  @Field(() => ExperienceKind, {
    nullable: true,
    description: 'What one experiences (体験の種類).',
  })
  kind?: ExperienceKind | null;

  @Field(() => SubjectKeyInput, {
    nullable: true,
    description: 'Theme; an NDC class finds every class under it (テーマ).',
  })
  subject?: SubjectKeyInput | null;

  @Field(() => GraphQLDateTime, {
    nullable: true,
    description: 'Held from this moment on (開催期間の開始).',
  })
  from?: Date | null;

  @Field(() => GraphQLDateTime, {
    nullable: true,
    description: 'Held before this moment (開催期間の終了).',
  })
  to?: Date | null;
}
